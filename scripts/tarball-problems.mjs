// What is wrong with the files that npm would publish.

/** Unpacked bytes: a package that grows beyond this has something in it that does not belong there. */
const MOST_BYTES = 8 * 1024 * 1024;

/** What no published file has in its name: sources, specs, keys, logs. */
const unwanted = /^(?:src|spec|bench|scripts|site)\/|(?:^|\/)\.(?!\w+rc$)|\.(?:key|pem|log|tgz|map)$/;

/**
 * @param tarball One entry of what `npm pack --dry-run --json` prints.
 * @param description The content of package.json.
 * @returns a sentence for each problem.
 */
export function tarballProblems({ files, unpackedSize }, description) {
  const paths = new Set(files.map(({ path }) => path));
  const promised = [
    'LICENSE',
    'README.md',
    ...Object.values(description.bin),
    ...targetsOf(description.exports),
  ];
  const missing = [...new Set(promised)]
    .map((path) => path.replace(/^\.\//, ''))
    .filter((path) => !paths.has(path));
  const surplus = [...paths].filter((path) => unwanted.test(path));
  return [
    ...missing.map((path) => `${path} is missing, and package.json names it: build again`),
    ...surplus.map((path) => `${path} does not belong into the package: see "files" in package.json`),
    ...(unpackedSize > MOST_BYTES
      ? [`the package has ${unpackedSize} bytes unpacked, and may have ${MOST_BYTES}: see what has grown`]
      : []),
  ];
}

/** The files that `exports` names, in its conditions too. */
function targetsOf(exported) {
  return typeof exported === 'string' ? [exported] : Object.values(exported).flatMap(targetsOf);
}
