import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import { chooseTransport } from './choose-transport.js';
import { currentAccount } from './config/account.js';
import { checkTarget, parseTarget } from './config/parse-target.js';
import type { SshSettings } from './config/settings.js';
import type { Target } from './config/target.js';
import type { SshOptions } from './connect-options.js';
import type { SshConnection } from './connection.js';
import { describeTarget } from './failures.js';
import { findRoute, type Route } from './route.js';

/**
 * Connects to a host over SSH, as `ssh` would with the user's configuration.
 * @param destination `user@host:port`, where user and port may be left out. It names the connection in messages.
 * @throws {GlanceApplyError} with a code `ssh.…`, if the host cannot be reached or does not let the user log in.
 */
export async function connect(destination: string, options: SshOptions = {}): Promise<SshConnection> {
  const account = currentAccount();
  const found = await findRoute(targetOf(destination, options), account, options.configFile);
  const route = { ...found, hops: withKey(found.hops, options.keyFile) };
  for (const warning of route.warnings) options.warn?.(warning);
  const chosen = await chooseTransport(route, options.transport);
  const naming = { name: destination, target: describeRoute(route), transport: chosen.description };
  if (chosen.kind === 'openssh') return connectByOpenSsh();
  const { connectBySsh2 } = await import('./ssh2/connect-ssh2.js');
  try {
    return await connectBySsh2(naming, route, options);
  } catch (error) {
    const isFallback = options.transport === undefined && route.hasOpenSsh && lacksAlgorithm(error);
    if (!isFallback) throw error;
    naming.transport = 'OpenSSH, because ssh2 and the host have no algorithm in common';
    return connectByOpenSsh();
  }

  async function connectByOpenSsh(): Promise<SshConnection> {
    const openSsh = await import('./openssh/connect-openssh.js');
    return openSsh.connectByOpenSsh(naming, route, options);
  }
}

function targetOf(destination: string, { address, user, port }: SshOptions): Target {
  const written = parseTarget(destination);
  const host = address ?? written.host;
  return checkTarget({ host, user: user ?? written.user, port: port ?? written.port }, destination);
}

/** Puts a key that the caller has given before those of the configuration. */
function withKey([...hops]: Route['hops'], keyFile: string | undefined): Route['hops'] {
  const last: SshSettings | undefined = hops.pop();
  if (last === undefined) throw new TypeError('a route without hosts');
  if (keyFile === undefined) return [...hops, last];
  return [...hops, { ...last, identityFiles: [{ path: keyFile, isExplicit: true }, ...last.identityFiles] }];
}

/** Where a route leads to, in one line. */
function describeRoute({ hops }: Route): string {
  const [last, ...before] = [...hops].reverse().map(describeTarget);
  return before.length === 0 ? String(last) : `${last} through ${before.reverse().join(', ')}`;
}

function lacksAlgorithm(error: unknown): boolean {
  return GlanceApplyError.is(error) && error.diagnostics.some(({ code }) => code === 'ssh.algorithms');
}
