import type { SecureContextOptions } from 'node:tls';
import type { Session } from '../../../engine/session.js';
import type { Host } from '../../../hosts/host.js';
import { readTlsTrust } from '../../openstack/tls-trust.js';
import type { NamedFile, TlsPolicy } from './tls-policy.js';
import { UnsafeLogin } from './unsafe-login.js';

/** A policy whose files have been read. */
export interface TlsSettings extends SecureContextOptions {
  readonly verify: TlsPolicy['verify'];
}

/** OpenSSL's names of certificates and revocation lists in a directory. */
const HASHED = { certificates: /^[0-9a-f]{8}\.\d+$/, revoked: /^[0-9a-f]{8}\.r\d+$/ };

/**
 * Reads the files of a policy. Without authorities in the policy, those that the host trusts are used.
 * @throws {UnsafeLogin} if a file cannot be read.
 */
export async function readTlsSettings(session: Session, policy: TlsPolicy): Promise<TlsSettings> {
  const { host } = session;
  const { verify, certificate, key, ciphers, suites, versions } = policy;
  const [authorities, revoked, cert, privateKey] = await Promise.all([
    readPem(host, policy.authorities, policy.authoritiesFolder, HASHED.certificates),
    readPem(host, policy.revoked, policy.revokedFolder, HASHED.revoked),
    certificate && readText(host, certificate),
    key && readText(host, key),
  ]);
  const lists = [suites, ciphers].flatMap((list) => (list === undefined ? [] : [list.text]));
  return {
    verify,
    ...(verify === 'nothing' ? {} : { ca: authorities ?? (await readTlsTrust(session)).authorities }),
    ...(revoked === undefined ? {} : { crl: revoked }),
    ...(cert === undefined ? {} : { cert }),
    ...(privateKey === undefined ? {} : { key: privateKey }),
    ...(lists.length === 0 ? {} : { ciphers: lists.join(':') }),
    ...(versions === undefined ? {} : { minVersion: versions.min, maxVersion: versions.max }),
  };
}

async function readPem(
  host: Host,
  file: NamedFile | undefined,
  folder: NamedFile | undefined,
  names: RegExp,
): Promise<string[] | undefined> {
  const texts = file === undefined ? [] : [await readText(host, file)];
  if (folder !== undefined) {
    const { path, origin } = folder;
    const listed = await host.files
      .list(path)
      .catch((cause: Error) => refuseOption(origin, cause.message, cause));
    if (listed === undefined) return refuseOption(origin, `the directory ${path} does not exist`);
    const inside = listed
      .filter((name) => names.test(name))
      .map((name) => `${path.replace(/\/$/, '')}/${name}`);
    for (const one of inside) texts.push(await readText(host, { path: one, origin }));
  }
  return file === undefined && folder === undefined ? undefined : texts;
}

async function readText(host: Host, { path, origin }: NamedFile): Promise<string> {
  const [found] = await host.files.read([path]);
  if (found instanceof Error) return refuseOption(origin, found.message, found);
  return found?.toString('utf8') ?? refuseOption(origin, `the file ${path} does not exist`);
}

function refuseOption(origin: string, reason: string, cause?: Error): never {
  throw new UnsafeLogin(`the option ${origin} cannot be applied: ${reason}`, { cause });
}
