import { raise } from '../../../errors/glance-apply-error.js';

/** What is known about a sudo that started no shell. */
interface Circumstances {
  /** Whether it asked for the password again. */
  readonly isWrongPassword: boolean;
  /** Seconds after which it was given up. */
  readonly timedOut: number | undefined;
}

/** The words of sudo, and what to do about them. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /must have a tty|no tty present/i,
    "sudoers requires a terminal, which a run does not have: add 'Defaults:USER !requiretty' for the account",
  ],
  [
    /password is required/i,
    'sudo asks for a password: give the run the password, or add NOPASSWD to the line of the account in sudoers',
  ],
  [
    /not in the sudoers|not allowed|may not run/i,
    'add a line for the account to sudoers that allows /bin/sh, for example: USER ALL=(root) ALL',
  ],
  [/sudo.*not found|no such file|unknown command/i, 'install sudo, or log in as root'],
];

/** Reports why sudo started no shell, in its own words. */
export function describeSudoRefusal(
  host: string,
  said: string,
  { isWrongPassword, timedOut }: Circumstances,
): never {
  const words = said
    .replace(/\s*\n\s*/g, '; ')
    .replace(/\p{Cc}/gu, ' ')
    .slice(-1000);
  if (isWrongPassword)
    raise('host.sudo', `sudo on ${host} refused the password`, {
      hint: 'correct the password; it was sent once',
    });
  const reason = timedOut === undefined ? words || 'it ended' : `nothing arrived within ${timedOut} seconds`;
  const hint = remedies.find(([pattern]) => pattern.test(said))?.[1];
  raise('host.sudo', `sudo on ${host} started no shell: ${reason}`, {
    hint: hint ?? 'try it by hand: ssh to the host, and run sudo /bin/sh',
  });
}
