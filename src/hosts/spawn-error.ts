/** Explanations of the error codes for a program that cannot be started. */
const explanations: Readonly<Record<string, (program: string) => string>> = {
  ENOENT: (program) =>
    program.includes('/')
      ? `${program} does not exist, or the interpreter in its first line (#!) does not`
      : 'it was not found in any directory of the path; install the package that contains it',
  EACCES: (program) =>
    `${program} is not an executable file: check its mode, and whether its file system is mounted noexec`,
  ENOEXEC: (program) => `${program} is not an executable of this architecture, and has no #! line`,
  E2BIG: () => 'its arguments are too long for the system',
};

/**
 * Describes why a program could not be started: `describeSpawnError('/x', 'ENOENT')` returns "could not be started:
 * /x does not exist, …".
 */
export function describeSpawnError(program: string, failure: string): string {
  const reason = explanations[failure]?.(program);
  return `could not be started: ${reason === undefined ? failure : `${reason} (${failure})`}`;
}
