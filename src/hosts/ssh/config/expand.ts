import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { raise } from '../../../errors/glance-apply-error.js';
import type { Account } from './account.js';

/** What the tokens of a value refer to. */
export interface Destination {
  /** The name that `ssh` would be given: `%n`. */
  readonly host: string;
  readonly hostname: string;
  readonly port: number;
  readonly user: string;
  readonly hostKeyAlias?: string | undefined;
  /** `ProxyJump`, as written. */
  readonly jumps?: string | undefined;
}

/** Replaces the tokens of OpenSSH in a value: `%h`, `%p`, … */
export function expandTokens(text: string, to: Destination, account: Account): string {
  const local = account.machine;
  const hash = () =>
    createHash('sha1')
      .update(`${local}${to.hostname}${to.port}${to.user}${to.jumps ?? ''}`)
      .digest('hex');
  const tokens: Readonly<Record<string, () => string>> = {
    '%': () => '%',
    C: hash,
    d: () => account.home,
    h: () => to.hostname,
    i: () => String(account.uid),
    j: () => to.jumps ?? '',
    k: () => to.hostKeyAlias ?? to.host,
    L: () => local.split('.', 1)[0] ?? local,
    l: () => local,
    n: () => to.host,
    p: () => String(to.port),
    r: () => to.user,
    u: () => account.name,
  };
  return text.replace(/%(.?)/gs, (token, letter: string) => {
    const value = Object.hasOwn(tokens, letter) ? tokens[letter] : undefined;
    return (
      value?.() ??
      raise(
        'ssh.config',
        `the SSH configuration for ${to.host} contains '${text}', in which ${token} is unknown`,
        {
          hint: 'correct the token, or write %% for a percent sign; man ssh_config lists the tokens',
        },
      )
    );
  });
}

/** Expands the path of a file: `~`, `${VARIABLE}` and tokens. */
export function expandPath(path: string, to: Destination, account: Account): string {
  const variables = path.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    return (
      account.environment[name] ??
      raise('ssh.config', `the SSH configuration for ${to.host} contains '${path}', and ${name} is not set`, {
        hint: `set the environment variable ${name}, or write the path out`,
      })
    );
  });
  return expandTokens(expandHome(variables, account), to, account);
}

/** Replaces `~` by the home directory of the user. Those of other users are not looked up. */
export function expandHome(path: string, account: Account): string {
  return path === '~' || path.startsWith('~/') ? join(account.home, path.slice(1)) : path;
}
