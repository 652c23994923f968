import type { Secret } from '../../../secrets/secret.js';
import type { SshSettings } from '../config/settings.js';
import type { SshOptions } from '../connect-options.js';
import type { Deadline } from '../deadline.js';
import type { LoginSecrets } from './authentication.js';

/**
 * The passwords and passphrases for a host on the way. The password that the caller gave is for the last one alone.
 * A person is not asked if the configuration sets `BatchMode`.
 */
export function makeSecrets(
  { user, hostname, isBatch }: SshSettings,
  { password, ask }: SshOptions,
  deadline: Deadline,
  isLast: boolean,
): LoginSecrets {
  const given = new Map<string, Promise<Secret | undefined>>();
  return {
    passphrase: (path) => {
      // A login may be tried several times.
      const answer =
        given.get(path) ?? (isBatch ? undefined : deadline.pause(async () => ask?.passphrase?.(path)));
      if (answer === undefined) return Promise.resolve(undefined);
      given.set(path, answer);
      return answer;
    },
    password: async () => {
      if (isLast && password !== undefined) return password;
      return isBatch ? undefined : deadline.pause(async () => ask?.password?.(`${user}@${hostname}`));
    },
  };
}
