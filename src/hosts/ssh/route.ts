import type { Diagnostic } from '../../errors/diagnostic.js';
import type { Account } from './config/account.js';
import { checkTarget, parseTarget } from './config/parse-target.js';
import { refuseLoop } from './config/refuse-loop.js';
import { resolveSettings } from './config/resolve-settings.js';
import type { SshSettings } from './config/settings.js';
import type { Target } from './config/target.js';

/** How to reach a host: the settings of each host on the way, in order. The last is the host itself. */
export interface Route {
  readonly hops: readonly [...SshSettings[], SshSettings];
  readonly warnings: readonly Diagnostic[];
  /** Whether the client of OpenSSH is installed on this machine. */
  readonly hasOpenSsh: boolean;
}

/**
 * Finds the way to a host. As with `ssh`, the first jump host of a list may have jump hosts of its own; each further one
 * is reached through the one before it.
 * @param file Read in place of the configuration of the user and the system.
 */
export async function findRoute(target: Target, account: Account, file?: string): Promise<Route> {
  const warnings: Diagnostic[] = [];
  let hasOpenSsh = true;

  async function resolve(to: Target): Promise<SshSettings> {
    const found = await resolveSettings(to, account, file);
    warnings.push(...found.warnings);
    hasOpenSsh &&= found.hasOpenSsh;
    return found.settings;
  }

  async function reach(to: Target, trail: readonly string[]): Promise<[...SshSettings[], SshSettings]> {
    const settings = await resolve(to);
    const identity = nameOf(settings);
    if (trail.includes(identity)) refuseLoop([...trail, identity]);
    const [first, ...others] = settings.jumps;
    if (first === undefined) return [settings];
    const way = await reach(parseJump(first, settings), [...trail, identity]);
    for (const jump of others) way.push(await resolve(parseJump(jump, settings)));
    return [...way, settings];
  }

  const hops = await reach(target, []);
  return { hops, warnings, hasOpenSsh };
}

function parseJump(text: string, { host }: SshSettings): Target {
  return checkTarget(parseTarget(text), `${text}, the ProxyJump of ${host}`);
}

/** Hosts are told apart by all that leads to different ones. */
function nameOf({ host, hostname, port, user }: SshSettings): string {
  return `${user}@${host}(${hostname}):${port}`;
}
