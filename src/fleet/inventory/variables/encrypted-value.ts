/** A value that Ansible Vault encrypted. It is decrypted when it is used. */
export class EncryptedValue {
  /** @param text The lines from `$ANSIBLE_VAULT` on. */
  constructor(readonly text: string) {}
}
