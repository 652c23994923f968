import { raise } from '../../../errors/glance-apply-error.js';
import type { SshSettings } from '../config/settings.js';
import { addHostKey } from './add-host-key.js';
import { fingerprint } from './fingerprint.js';
import { KnownHosts } from './known-hosts.js';

/** An unknown key of a host, which a person is asked about. */
export interface HostKeyQuestion {
  /** The name under which the key would be stored. */
  readonly name: string;
  readonly keyType: string;
  /** `SHA256:…` */
  readonly fingerprint: string;
}

/** Who decides about unknown keys. */
export interface HostKeyPolicy {
  /** Whether unknown keys are accepted and stored. */
  readonly acceptNew: boolean;
  /** Asks a person; undefined if there is nobody to ask. */
  readonly ask?: ((question: HostKeyQuestion) => Promise<boolean>) | undefined;
}

/**
 * Verifies the key of a host as OpenSSH does, and stores a new one that is accepted.
 * @throws if the key must not be trusted.
 */
export async function verifyHostKey(
  settings: SshSettings,
  { keyType, key }: { readonly keyType: string; readonly key: Buffer },
  policy: HostKeyPolicy,
): Promise<void> {
  const known = new KnownHosts(settings);
  const { name } = known;
  const offered = `${keyType} key ${fingerprint(key)}`;
  const verdict = known.judge(keyType, key);
  switch (verdict.kind) {
    case 'known':
      return;
    case 'revoked':
      return raise('ssh.host-key-revoked', `the host ${name} has the ${offered}, which is revoked`, {
        location: verdict.entry.location,
        hint: 'give the host a new key',
      });
    case 'changed':
      return raise(
        'ssh.host-key-changed',
        `the key of the host ${name} has changed: it has the ${offered}, but ${fingerprint(verdict.entry.key)} is known`,
        {
          location: verdict.entry.location,
          hint: `somebody may be intercepting the connection; if the host was reinstalled, run ssh-keygen -R '${name}' -f ${verdict.entry.location.file}`,
        },
      );
    case 'unknown': {
      const isAccepted =
        settings.unknownHostKey === 'accept' || policy.acceptNew || (await isConfirmed(name, keyType, key));
      if (!isAccepted) refuse(name, offered, verdict.others.length > 0);
      const [file] = settings.userKnownHostsFiles;
      if (file !== undefined) addHostKey(file, { name, keyType, key }, settings.hashKnownHosts);
    }
  }

  async function isConfirmed(host: string, type: string, blob: Buffer): Promise<boolean> {
    if (settings.unknownHostKey === 'refuse' || settings.isBatch || policy.ask === undefined) return false;
    return policy.ask({ name: host, keyType: type, fingerprint: fingerprint(blob) });
  }
}

function refuse(name: string, offered: string, hasOthers: boolean): never {
  const why = hasOthers ? 'only keys of other types are known' : 'no key of it is known';
  return raise('ssh.host-key-unknown', `the host ${name} has the ${offered}, and ${why}`, {
    hint: 'compare the fingerprint with the one that ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub prints on the host, then connect once with ssh, or pass --accept-new-host-keys',
  });
}
