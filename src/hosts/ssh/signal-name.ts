/** The signals of Linux, by number: those of this machine may have other numbers. */
const NAMES =
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'.split(
    ' ',
  );

/** Returns the name of a signal of a Linux host: `SIGTERM`. */
export function signalName(number: number): string {
  const name = NAMES[number - 1];
  return name === undefined ? `SIGRTMIN+${number - 34}` : `SIG${name}`;
}
