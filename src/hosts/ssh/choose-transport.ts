import { existsSync } from 'node:fs';
import { raise } from '../../errors/glance-apply-error.js';
import { keyTypeOf, listAgentKeys } from './agent-keys.js';
import type { SshSettings } from './config/settings.js';
import type { Transport } from './connect-options.js';
import { KnownHosts } from './known-hosts/known-hosts.js';
import { readPublicKeyType } from './public-key-type.js';
import type { Route } from './route.js';
import { findUnsupportedAlgorithms } from './ssh2/algorithms.js';

/** A client of SSH, with the reason for it in words. */
export interface ChosenTransport {
  readonly kind: Transport;
  readonly description: string;
}

/** Chooses ssh2, unless the way to the host needs something that only the client of OpenSSH can do. */
export async function chooseTransport(route: Route, asked: Transport | undefined): Promise<ChosenTransport> {
  if (asked === 'ssh2') return { kind: 'ssh2', description: 'ssh2, as requested' };
  const reason = asked === 'openssh' ? 'as requested' : await findReason(route.hops);
  if (reason === undefined) return { kind: 'ssh2', description: 'ssh2' };
  if (!route.hasOpenSsh) {
    return raise(
      'ssh.no-openssh',
      `the client of OpenSSH is needed, ${reason}, and is not installed on this machine`,
      {
        hint: 'install openssh-client, or pass --transport ssh2 to do without what it is needed for',
      },
    );
  }
  return { kind: 'openssh', description: `OpenSSH, ${reason}` };
}

async function findReason(hops: readonly SshSettings[]): Promise<string | undefined> {
  for (const settings of hops) {
    const reason = await findReasonOf(settings);
    if (reason !== undefined) return `because ${reason}`;
  }
  return undefined;
}

async function findReasonOf(settings: SshSettings): Promise<string | undefined> {
  const { host } = settings;
  const [option] = [...settings.beyondSsh2, ...findUnsupportedAlgorithms(settings)];
  if (option !== undefined) return `the configuration sets ${option} for ${host}`;
  for (const { path } of settings.identityFiles) {
    if (existsSync(`${path}-cert.pub`)) return `${path} has a certificate`;
    if (isSecurityKey(readPublicKeyType(path))) return `${path} is a key on a FIDO device`;
  }
  const authority = new KnownHosts(settings).authority;
  if (authority !== undefined)
    return `the key of ${host} is certified by the authority in ${authority.location.file}:${authority.location.line}`;
  const special = settings.identitiesOnly ? undefined : await findSpecialAgentKey(settings.agent);
  return special === undefined ? undefined : `the agent has a key of the type ${special}`;
}

/** A certificate or a key on a FIDO device, which ssh2 leaves out. */
async function findSpecialAgentKey(socket: string | undefined): Promise<string | undefined> {
  if (socket === undefined) return undefined;
  // An agent that cannot be reached is reported by the login.
  const keys = await listAgentKeys(socket).catch(() => []);
  return keys.map(keyTypeOf).find((type) => type.includes('-cert-v') || isSecurityKey(type));
}

function isSecurityKey(type: string | undefined): boolean {
  return type?.startsWith('sk-') === true;
}
