import { expect } from 'chai';
import { EncryptedValue } from '../../../../src/fleet/inventory/variables/encrypted-value.js';
import { Vault } from '../../../../src/fleet/inventory/vault/vault.js';
import { Secret } from '../../../../src/secrets/secret.js';
import { encryptedFile, encryptedText, vaultPassword } from '../encrypted.js';

describe('Ansible Vault', () => {
  it('is opened with any of the passwords', () => {
    const vault = new Vault([new Secret('another'), vaultPassword]);
    expect(vault.decrypt(new EncryptedValue(encryptedText))).to.equal('s3cret');
    expect(vault.decrypt(new EncryptedValue(encryptedFile))).to.equal('a: geheim\nb: 5\n');
  });

  it('stays closed without the password, and for a value that was changed', () => {
    const changed = encryptedText.replace(/.$/, (digit) => (digit === '2' ? '3' : '2'));
    const refused: readonly (readonly [
      text: string,
      passwords: readonly Secret<string>[],
      message: string,
    ])[] = [
      [encryptedText, [], 'no password is given'],
      [encryptedText, [new Secret('wrong')], 'no given password opens it'],
      [changed, [vaultPassword], 'no given password opens it'],
      [encryptedText.slice(0, -4), [vaultPassword], 'no given password opens it'],
      [encryptedText.slice(0, 60), [vaultPassword], 'damaged'],
      ['$ANSIBLE_VAULT;9.9;ROT13\n6162', [vaultPassword], 'unknown header'],
      ['something else', [vaultPassword], 'unknown header'],
    ];
    for (const [text, passwords, message] of refused)
      expect(() => new Vault(passwords).decrypt(new EncryptedValue(text)), message).to.throw(message);
  });
});
