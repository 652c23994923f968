import type { Algorithms } from 'ssh2';
import type { SshSettings } from '../config/settings.js';
import { KnownHosts } from '../known-hosts/known-hosts.js';
import { orderKeyAlgorithms } from '../known-hosts/order-key-algorithms.js';

/** The algorithms of ssh2 that OpenSSH considers safe, in its order. */
const SUPPORTED = {
  kex: [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group-exchange-sha256',
    'diffie-hellman-group16-sha512',
    'diffie-hellman-group18-sha512',
    'diffie-hellman-group14-sha256',
  ],
  ciphers: [
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    'aes128-ctr',
    'aes192-ctr',
    'aes256-ctr',
    'chacha20-poly1305@openssh.com',
  ],
  macs: [
    'hmac-sha2-256-etm@openssh.com',
    'hmac-sha2-512-etm@openssh.com',
    'hmac-sha1-etm@openssh.com',
    'hmac-sha2-256',
    'hmac-sha2-512',
    'hmac-sha1',
  ],
  hostKeys: [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
  ],
} as const;

/** Algorithms of ssh2 that are offered only if the configuration names them, for old servers. */
const LEGACY = {
  kex: ['diffie-hellman-group-exchange-sha1', 'diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'],
  ciphers: ['aes256-cbc', 'aes192-cbc', 'aes128-cbc', '3des-cbc'],
  macs: ['hmac-md5'],
  hostKeys: ['ssh-rsa', 'ssh-dss'],
} as const;

/** Kinds of algorithms, with the option that lists them. */
const OPTIONS = {
  kex: 'KexAlgorithms',
  ciphers: 'Ciphers',
  macs: 'MACs',
  hostKeys: 'HostKeyAlgorithms',
} as const;

type Kind = keyof typeof OPTIONS;

const kinds: readonly Kind[] = ['kex', 'ciphers', 'macs', 'hostKeys'];

/** Returns the options that permit only algorithms that ssh2 does not support. */
export function findUnsupportedAlgorithms(settings: SshSettings): string[] {
  return kinds.filter((kind) => permitted(settings, kind).length === 0).map((kind) => OPTIONS[kind]);
}

/** Returns the algorithms to offer: those that the configuration permits, and of host keys those first that are known. */
export function chooseAlgorithms(settings: SshSettings): Algorithms {
  return {
    kex: permitted(settings, 'kex'),
    cipher: permitted(settings, 'ciphers'),
    hmac: permitted(settings, 'macs'),
    serverHostKey: orderKeyAlgorithms(permitted(settings, 'hostKeys'), new KnownHosts(settings).keyTypes),
  };
}

type Name<K extends Kind> = (typeof SUPPORTED)[K][number] | (typeof LEGACY)[K][number];

function permitted<K extends Kind>({ algorithms }: SshSettings, kind: K): Name<K>[] {
  const list = algorithms[kind];
  const usual: readonly Name<K>[] = SUPPORTED[kind];
  if (list === undefined) return [...usual];
  const legacy: readonly Name<K>[] = LEGACY[kind];
  const names = [...usual, ...legacy].filter((one) => list.includes(one));
  // For ciphers, the order of ssh2 is kept: it is the one in which they are fast here.
  return kind === 'ciphers' ? names : names.sort((one, other) => list.indexOf(one) - list.indexOf(other));
}
