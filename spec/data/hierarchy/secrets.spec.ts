import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect } from 'chai';
import {
  decryptKey,
  encryptFile,
  encryptValue,
  openEncryptedFile,
  rotateFiles,
  saveEncryptedFile,
} from '../../../src/data/hierarchy/encrypted-files.js';
import { generateIdentity } from '../../../src/data/hierarchy/secrets/age-encryption.js';
import { openPkcs7 } from '../../../src/data/hierarchy/secrets/pkcs7.js';
import { reveal, Secret } from '../../../src/secrets/secret.js';
import { DataFolder, errorsOf, withData } from './data-folder.js';

const clear = 'of the specs %{facts.os.family}';

/** A folder with two people who can read it, and a third who cannot. */
async function keyed(text: string) {
  const [alice, bob, mallory] = await Promise.all([
    generateIdentity(),
    generateIdentity(),
    generateIdentity(),
  ]);
  const folder = new DataFolder({ 'common.yaml': text });
  folder.write('recipients.txt', `# who can read it\n${alice.recipient} # alice\n${bob.recipient} # bob\n`);
  return {
    alice,
    folder,
    bob: folder.write('keys/bob.txt', `# bob\n${bob.identity}\n`),
    mallory: folder.write('keys/mallory.txt', `${mallory.identity}\n`),
  };
}

describe('values that are encrypted with age', () => {
  it('are secrets from the start, unchanged, for every recipient', async () => {
    const { alice, bob, folder } = await keyed('other: 1\n');
    const written = await encryptValue(clear, folder.path, { environment: {} });
    folder.write(
      'common.yaml',
      `key: ${written}\nurl: "mysql://%{lookup('key')}@db"\nlist:\n  - 1\n  - ${written}\n`,
    );
    for (const options of [
      { identity: bob },
      { processEnvironment: { GLANCE_APPLY_IDENTITY: alice.identity } },
    ]) {
      const data = await folder.open({ facts: { os: { family: 'Debian' } }, ...options });
      const value = data.lookup('key')?.value;
      expect(Secret.is(value) && value.reveal()).to.equal(clear);
      expect(inspect(value) + JSON.stringify(value)).to.not.contain('specs');
      const url = data.lookup('url')?.value;
      expect(Secret.is(url) && url.reveal()).to.equal(`mysql://${clear}@db`);
      const item = data.lookup('list.1')?.value;
      expect(Secret.is(item)).to.equal(true);
    }
    folder.remove();
  });

  it('name the value and the recipients if the key is missing or wrong, and never the content', async () => {
    const { folder, mallory, alice } = await keyed('other: 1\n');
    const written = await encryptValue(clear, folder.path, { environment: {} });
    folder.write('common.yaml', `other: 1\nkey: ${written}\n`);
    for (const [options, reason] of [
      [{}, 'no identity is available'],
      [{ identity: mallory }, 'not encrypted for the given identity'],
    ] as const) {
      const data = await folder.open(options);
      expect(data.lookup('other')?.value, 'what is not encrypted is there').to.equal(1);
      expect(() => data.lookup('key'))
        .to.throw()
        .that.satisfies(({ message }: Error) => {
          expect(message)
            .to.contain(reason)
            .and.contain("'key'")
            .and.contain(alice.recipient)
            .and.contain('bob');
          expect(message)
            .to.match(/common\.yaml:2:1/)
            .and.not.contain(written.slice(8, 40));
          return true;
        });
    }
    folder.remove();
  });

  it('do not display the content of a file that is not an identity', async () => {
    const { folder, bob } = await keyed('key: ENC[AGE,AAAA]\n');
    folder.write('keys/odd.txt', 'a password by mistake');
    const error = await folder
      .open({ identity: join(folder.path, 'keys/odd.txt') })
      .catch(({ message }) => message);
    expect(error).to.contain('does not contain an age identity').and.not.contain('mistake');
    const data = await folder.open({ identity: bob });
    expect(() => data.lookup('key')).to.throw(/not encrypted for the given identity/);
    folder.remove();
  });
});

describe('data files with secrets', () => {
  it('have marks, keys and placeholders encrypted, and do not change anywhere else', async () => {
    const text =
      '# a comment\nplain: in clear # stays\nmarked: DEC::AGE[with ]signs]!\nrandom: GENERATE[24]\n';
    const { folder, bob } = await keyed(text);
    const file = join(folder.path, 'common.yaml');
    const options = { identity: bob, environment: {} };
    const before = await folder.open();
    expect(() => before.lookup('random')).to.throw(/not been generated yet/);

    expect(await encryptFile(file, options)).to.equal(2);
    expect(await encryptFile(file, options, 'plain')).to.equal(1);
    const written = readFileSync(file, 'utf8');
    expect(written).to.match(
      /^# a comment\nplain: ENC\[AGE,\S+\] # stays\nmarked: ENC\[AGE,\S+\]\nrandom: ENC\[AGE,\S+\]\n$/,
    );
    expect(await decryptKey(file, 'plain', options)).to.equal('in clear');
    expect(await decryptKey(file, 'marked', options)).to.equal('with ]signs');
    expect(await decryptKey(file, 'random', options)).to.match(/^[A-Za-z0-9]{24}$/);

    const opened = await openEncryptedFile(file, options);
    await saveEncryptedFile(file, opened.text.replace('in clear', 'changed'), opened, options);
    const after = readFileSync(file, 'utf8').split('\n');
    expect(after.map((line, index) => line === written.split('\n')[index])).to.deep.equal([
      true,
      false,
      true,
      true,
      true,
    ]);
    expect(await decryptKey(file, 'plain', options)).to.equal('changed');
    folder.remove();
  });

  it('keep a byte order mark when a key is encrypted', async () => {
    const { folder, bob } = await keyed('\uFEFFplain: in clear # stays\n');
    const file = join(folder.path, 'common.yaml');
    const options = { identity: bob, environment: {} };
    expect(await encryptFile(file, options, 'plain')).to.equal(1);
    expect(readFileSync(file, 'utf8')).to.match(/^\uFEFFplain: ENC\[AGE,\S+\] # stays\n$/);
    expect(await decryptKey(file, 'plain', options)).to.equal('in clear');
    folder.remove();
  });

  it('are refused where they are not YAML, with the place', async () => {
    const { folder, bob } = await keyed('a: 1\nb: [1\n');
    const file = join(folder.path, 'common.yaml');
    const error: unknown = await decryptKey(file, 'a', { identity: bob, environment: {} }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.have.nested.property('diagnostics[0].code', 'data.syntax');
    expect(error).to.have.nested.property('diagnostics[0].location.file', file);
    folder.remove();
  });

  it('are encrypted again for the present recipients', async () => {
    const { folder, bob, mallory } = await keyed('key: GENERATE[20]\n');
    const file = join(folder.path, 'common.yaml');
    await encryptFile(file, { environment: {} });
    const value = await decryptKey(file, 'key', { identity: bob, environment: {} });
    const joined = readFileSync(join(folder.path, 'recipients.txt'), 'utf8').split('\n').slice(0, 2);
    const recipient = await recipientOf(readFileSync(mallory, 'utf8').trim());
    folder.write('recipients.txt', `${joined.join('\n')}\n${recipient}\n`);
    expect(await rotateFiles(folder.path, { identity: bob, environment: {} })).to.deep.equal([[file, 1]]);
    expect(await decryptKey(file, 'key', { identity: mallory, environment: {} })).to.equal(value);
    const bobs = await decryptKey(file, 'key', { identity: bob, environment: {} }).catch(
      ({ message }) => message,
    );
    expect(bobs).to.match(/not encrypted for the given identity/);
    folder.remove();
  });
});

async function recipientOf(identity: string): Promise<string> {
  const { identityToRecipient } = await import('age-encryption');
  return identityToRecipient(identity);
}

describe('values that are encrypted with hiera-eyaml', () => {
  const fixture = new URL('../eyaml/', import.meta.url);
  const key = readFileSync(new URL('private_key.pkcs7.pem', fixture), 'utf8');
  const hiera = [
    'version: 5',
    'hierarchy:',
    '  - name: secrets',
    '    lookup_key: eyaml_lookup_key',
    '    path: secrets.eyaml',
    '    options: {pkcs7_private_key: keys/private.pem}',
  ].join('\n');
  const secrets = readFileSync(new URL('secrets.eyaml', fixture), 'utf8');
  const files = { 'hiera.yaml': hiera, 'data/secrets.eyaml': secrets };

  it('are read on one line, folded, within a string, and with expressions in them', async () => {
    await withData(
      { ...files, 'keys/private.pem': key },
      (data) => {
        const revealed = (name: string) => {
          const value = data.lookup(name)?.value;
          expect(Secret.is(value), name).to.equal(true);
          return (value as Secret<string>).reveal();
        };
        expect(revealed('one_line')).to.equal('a secret of the specs');
        expect(revealed('folded')).to.equal('a longer secret '.repeat(12).trim());
        expect(revealed('within')).to.equal('mysql://glance:hunter of specs@db/glance');
        expect(revealed('expression')).to.equal('for Debian');
        expect(data.lookup('plain')?.value).to.equal('in clear');
        const item = data.lookup('nested.list.0')?.value;
        expect(Secret.is(item)).to.equal(true);
      },
      { facts: { os: { family: 'Debian' } } },
    );
  });

  it('name the value and the key if the key is missing or wrong', async () => {
    const [missing] = await errorsOf(files, 'one_line');
    expect(missing?.message).to.match(
      /^the value of 'one_line': it is encrypted, and its key .*keys\/private\.pem/,
    );
    expect(missing?.location?.line).to.equal(2);
    const other = readFileSync(new URL('other_key.pem', fixture), 'utf8');
    const [wrong] = await errorsOf({ ...files, 'keys/private.pem': other }, 'one_line');
    expect(wrong?.message).to.match(/cannot be decrypted with the key .*private\.pem: .*recipient/);
  });

  it('can be decrypted with a key from the environment', async () => {
    const config = hiera.replace(
      'pkcs7_private_key: keys/private.pem',
      'pkcs7_private_key_env_var: EYAML_KEY',
    );
    const data = { ...files, 'hiera.yaml': config };
    await withData(data, (opened) => expect(Secret.is(opened.lookup('one_line')?.value)).to.equal(true), {
      processEnvironment: { EYAML_KEY: key },
    });
    expect((await errorsOf(data, 'one_line'))[0]?.message).to.contain('EYAML_KEY, which is not set');
  });

  it('are equal to the results of openssl, for every cipher', function () {
    if (spawnSync('openssl', ['version']).status !== 0) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'glance-apply-cms-'));
    const certificate = join(folder, 'certificate.pem');
    const keyFile = new URL('private_key.pkcs7.pem', fixture).pathname;
    execFileSync('openssl', ['req', '-x509', '-key', keyFile, '-subj', '/', '-out', certificate]);
    const seal = (...options: string[]) =>
      execFileSync('openssl', ['cms', '-encrypt', '-binary', '-outform', 'DER', ...options, certificate], {
        input: 'of the specs',
      });
    for (const options of [['-aes256'], ['-aes128'], ['-des3'], ['-aes256', '-stream']]) {
      const content = seal(...options).toString('base64');
      expect(openPkcs7(Buffer.from(content, 'base64'), key).toString(), options.join(' ')).to.equal(
        'of the specs',
      );
    }
    rmSync(folder, { recursive: true });
  });
});

describe('references in data', () => {
  it('read secrets from the environment and from files', async () => {
    const text =
      'key: "%{env(\'PASSWORD\')}"\nurl: "mysql://%{env(\'PASSWORD\')}@db"\nfile: "%{file(\'password\')}"\n';
    await withData(
      { 'common.yaml': text, password: 'in a file\n' },
      (data) => {
        const revealed = (name: string) => reveal(data.lookup(name)?.value);
        expect(revealed('key')).to.equal('of the specs');
        expect(revealed('url')).to.equal('mysql://of the specs@db');
        expect(revealed('file')).to.equal('in a file');
      },
      { processEnvironment: { PASSWORD: 'of the specs' } },
    );
    const [missing] = await errorsOf({ 'common.yaml': text });
    expect(missing?.message).to.contain('PASSWORD, which is not set');
    const [unreadable] = await errorsOf({ 'common.yaml': text }, 'file');
    expect(unreadable?.message).to.contain('from a file that cannot be read');
  });
});
