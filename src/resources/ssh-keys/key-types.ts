/** Types of keys by their short names in manifests. */
export const shortTypes: Readonly<Record<string, string>> = {
  dsa: 'ssh-dss',
  rsa: 'ssh-rsa',
  ed25519: 'ssh-ed25519',
  'ecdsa-sk': 'sk-ecdsa-sha2-nistp256@openssh.com',
  'ed25519-sk': 'sk-ssh-ed25519@openssh.com',
};

const plainTypes = [
  'ssh-dss',
  'ssh-rsa',
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
];

/** The types of a host's own key. */
export const hostKeyTypes: readonly string[] = [
  ...plainTypes,
  'sk-ecdsa-sha2-nistp256@openssh.com',
  'sk-ssh-ed25519@openssh.com',
];

/** The types of a user's key, including certificates. */
export const userKeyTypes: readonly string[] = [
  ...hostKeyTypes,
  ...plainTypes.map((type) => `${type}-cert-v01@openssh.com`),
];
