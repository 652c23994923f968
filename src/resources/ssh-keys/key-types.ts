/** Types of keys, by the names that manifests may use for short. */
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

/** Types that a host's own key may have. */
export const hostKeyTypes: readonly string[] = [
  ...plainTypes,
  'sk-ecdsa-sha2-nistp256@openssh.com',
  'sk-ssh-ed25519@openssh.com',
];

/** Types that a user's key may have: certificates besides. */
export const userKeyTypes: readonly string[] = [
  ...hostKeyTypes,
  ...plainTypes.map((type) => `${type}-cert-v01@openssh.com`),
];
