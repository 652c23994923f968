import type { CodeTable } from './code-documentation.js';

/** Finding, loading and running a manifest. */
export const manifestCodes = {
  'library.copies': {
    cause: 'A resource was built by another copy of glance-apply than the one that compiles the manifest.',
    remedy:
      'Keep one version in the project: list glance-apply in peerDependencies of packages with types of their own, then run npm ls glance-apply to find the second copy.',
  },
  'manifest.cache': {
    cause: 'The bundled manifest could not be written to the cache directory or to the temporary directory.',
    remedy: 'Free space or fix the permissions of ~/.cache and /tmp.',
  },
  'manifest.directory': {
    cause: 'The path on the command line is a directory.',
    remedy: 'Name a file in it: a module (.ts, .js), a node file (.yaml) or a catalog (.json).',
  },
  'manifest.endless': {
    cause:
      'The manifest ran longer than --time-limit without returning to the event loop, as in a loop that never ends.',
    remedy: 'Fix the loop at the reported location, or raise --time-limit.',
  },
  'manifest.esbuild': {
    cause: 'esbuild, which bundles manifests, could not be loaded.',
    remedy: 'Reinstall the dependencies with their optional ones: npm ci without --omit=optional.',
  },
  'manifest.exit': {
    cause: 'The manifest, or a package that it imports, called process.exit.',
    remedy: 'Remove the call. A manifest refuses to be compiled by throwing an error or with site.fail.',
  },
  'manifest.export': {
    cause: 'The module does not export a manifest as default.',
    remedy: 'Write: export default manifest((site) => { … }).',
  },
  'manifest.fleet': {
    cause: 'The manifest is of several hosts, and the command was given none, or supports only one.',
    remedy: 'Name the hosts with --inventory FILE or --host HOST.',
  },
  'manifest.foreign': {
    cause:
      'The command runs as root, and a user other than root could change the manifest, a module that it imports, its data, or a directory above them.',
    remedy:
      'Give the files and directories to root and remove write permission for others, or pass --trust-manifest if they are trusted.',
  },
  'manifest.form': {
    cause: 'compile was called with a value that is not a manifest.',
    remedy: 'Pass the result of manifest((site) => { … }).',
  },
  'manifest.import': {
    cause:
      'An import of the manifest could not be resolved, or names something that the module does not export.',
    remedy: 'Correct the path or the name, or install the package that is missing.',
  },
  'manifest.kind': {
    cause: 'The file extension is not one that a manifest has.',
    remedy: 'Use .ts or .js for a module, .yaml for a node file, .json for a catalog.',
  },
  'manifest.missing': {
    cause: 'The manifest file does not exist.',
    remedy: 'Check the path; relative paths are resolved from the current directory.',
  },
  'manifest.stuck': {
    cause:
      'The function of the manifest awaits something that can no longer happen: nothing is left in the event loop.',
    remedy: 'Find the promise that is never resolved, usually a callback that is never called.',
  },
  'manifest.syntax': {
    cause: 'The module, or one that it imports, has a syntax error.',
    remedy: 'Fix it at the reported location.',
  },
  'manifest.threw': {
    cause: 'The manifest threw an error while it was loaded or run.',
    remedy: 'Fix the error at the reported location.',
  },
  'manifest.type-error': {
    cause: 'TypeScript reports a type error in the manifest or in a module that it imports.',
    remedy:
      'Fix it at the reported location. The number in the message is the one of the TypeScript diagnostic.',
  },
  'manifest.types-unchecked': {
    cause: 'The TypeScript compiler failed without reporting a type error.',
    remedy: 'Read its output in the message; most often tsconfig.json is invalid.',
  },
  'manifest.unfinished': {
    cause:
      'The function of the manifest has returned while work that it started, such as a timer or a request, still runs.',
    remedy:
      'Make the function async and await what it starts. Call unref() on timers that must not be awaited.',
  },
  'manifest.unreadable': {
    cause: 'The manifest file exists and cannot be read.',
    remedy: 'Check its permissions.',
  },
  'node.form': {
    cause: 'A part of a node file has the wrong form, such as a list where a hash is expected.',
    remedy:
      'A node file has the form {classes: {name: {parameter: value}}, resources: {type: {title: {…}}}, parameters: {…}}.',
  },
  'node.key': {
    cause: 'A node file has a top-level key other than classes, resources, parameters and environment.',
    remedy: 'Correct the key; the hint has the nearest known one.',
  },
  'yaml.alias': {
    cause:
      'An alias in a node file has no anchor before it, is inside its own anchor, or expands to too many values.',
    remedy: 'Write the values out.',
  },
  'yaml.form': {
    cause: 'A node file is not valid YAML, or << is given something other than hashes.',
    remedy: 'Fix it at the reported location.',
  },
} as const satisfies CodeTable;
