/** What the system's codes mean to the person whose program they keep from starting. */
const explanations: Readonly<Record<string, (program: string) => string>> = {
  ENOENT: (program) =>
    program.includes('/')
      ? `there is no ${program}, or not the interpreter that its first line (#!) names`
      : 'it is in no directory of the path; install the package that brings it',
  EACCES: (program) =>
    `${program} is no file that may be executed; look at its mode, and whether its file system is mounted noexec`,
  ENOEXEC: (program) => `${program} is no program that this machine can run`,
  E2BIG: () => 'its arguments are longer than the system allows',
};

/** Words why a program could not be started: `notStarted('/x', 'ENOENT')` says "could not be started: there is no /x, …". */
export function describeSpawnError(program: string, failure: string): string {
  const reason = explanations[failure]?.(program);
  return `could not be started: ${reason === undefined ? failure : `${reason} (${failure})`}`;
}
