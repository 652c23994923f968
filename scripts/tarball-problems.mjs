// Finds problems with the files that npm would publish.

/** The maximum size in unpacked bytes: a larger package contains something that does not belong in it. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Names of files that must not be published: sources, specs, keys, logs. */
const unwanted = /^(?:src|spec|bench|scripts|site)\/|(?:^|\/)\.(?!\w+rc$)|\.(?:key|pem|log|tgz|map)$/;

/**
 * @param tarball An entry of the output of `npm pack --dry-run --json`.
 * @param description The content of package.json.
 * @returns One sentence per problem.
 */
export function tarballProblems({ files, unpackedSize }, description) {
  const paths = new Set(files.map(({ path }) => path));
  const required = [
    'LICENSE',
    'README.md',
    ...Object.values(description.bin),
    ...targetsOf(description.exports),
  ];
  const missing = [...new Set(required)]
    .map((path) => path.replace(/^\.\//, ''))
    .filter((path) => !paths.has(path));
  const surplus = [...paths].filter((path) => unwanted.test(path));
  return [
    ...missing.map((path) => `${path} is missing, although package.json refers to it: build again`),
    ...surplus.map((path) => `${path} must not be in the package: see "files" in package.json`),
    ...(unpackedSize > MAX_BYTES
      ? [
          `the package has ${unpackedSize} bytes unpacked, more than the maximum of ${MAX_BYTES}: find out what has grown`,
        ]
      : []),
  ];
}

/** Returns the files that `exports` refers to, in all conditions. */
function targetsOf(exported) {
  return typeof exported === 'string' ? [exported] : Object.values(exported).flatMap(targetsOf);
}
