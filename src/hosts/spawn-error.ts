/** Explanations of the error codes for a program that cannot be started. */
const explanations: Readonly<Record<string, (program: string) => string>> = {
  ENOENT: (program) =>
    program.includes('/')
      ? `there is no ${program}, or not the interpreter that its first line (#!) names`
      : 'it is in no directory of the path; install the package that brings it',
  EACCES: (program) =>
    `${program} is not an executable file: check its mode, and whether its file system is mounted noexec`,
  ENOEXEC: (program) => `${program} is not a program that this machine can run`,
  E2BIG: () => 'its arguments are longer than the system allows',
};

/**
 * Describes why a program could not be started: `describeSpawnError('/x', 'ENOENT')` returns "could not be started:
 * there is no /x, …".
 */
export function describeSpawnError(program: string, failure: string): string {
  const reason = explanations[failure]?.(program);
  return `could not be started: ${reason === undefined ? failure : `${reason} (${failure})`}`;
}
