import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { encryptFor, generateIdentity } from '../../../../src/data/hierarchy/secrets/age-encryption.js';
import { AgeVault } from '../../../../src/data/hierarchy/secrets/age-vault.js';
import { MAX_RECIPIENTS } from '../../../../src/data/hierarchy/secrets/max-recipients.js';
import { openPkcs7 } from '../../../../src/data/hierarchy/secrets/pkcs7.js';
import { reveal } from '../../../../src/secrets/secret.js';

describe('a value that is encrypted for more recipients than anybody needs', () => {
  it('is not decrypted with age', async () => {
    const { identity, recipient } = await generateIdentity();
    const encrypted = async (count: number) => {
      const encrypt = await encryptFor(
        Array.from({ length: count }, () => ({ name: 'someone', key: recipient })),
      );
      return Buffer.from(await encrypt('of the specs')).toString('base64');
    };
    const [few, many] = [await encrypted(3), await encrypted(MAX_RECIPIENTS + 1)];
    const vault = new AgeVault({ identities: [identity], recipients: [] });
    await vault.fill([few, many]);
    expect(reveal(vault.open(few))).to.equal('of the specs');
    expect(() => vault.open(many)).to.throw(`it has more than ${MAX_RECIPIENTS} recipients`);
  });

  it('is not decrypted with PKCS #7', function () {
    if (spawnSync('openssl', ['version']).status !== 0) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'glance-apply-cms-'));
    try {
      const [certificate, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
      const request = ['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-subj', '/'];
      execFileSync('openssl', [...request, '-keyout', keyFile, '-out', certificate], { stdio: 'ignore' });
      const key = execFileSync('openssl', ['rsa', '-in', keyFile], { stdio: ['ignore', 'pipe', 'ignore'] });
      const encrypted = (count: number) =>
        execFileSync(
          'openssl',
          ['cms', '-encrypt', '-binary', '-outform', 'DER', '-aes256', ...Array(count).fill(certificate)],
          { input: 'of the specs', maxBuffer: 16 * 1024 * 1024 },
        );
      expect(openPkcs7(encrypted(3), key).toString()).to.equal('of the specs');
      expect(() => openPkcs7(encrypted(MAX_RECIPIENTS + 1), key)).to.throw(
        `it has more than ${MAX_RECIPIENTS} recipients`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
