import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { addHostKey } from '../../../../src/hosts/ssh/known-hosts/add-host-key.js';
import { fingerprint } from '../../../../src/hosts/ssh/known-hosts/fingerprint.js';
import { type HostKeySettings, KnownHosts } from '../../../../src/hosts/ssh/known-hosts/known-hosts.js';
import { parseKnownHosts } from '../../../../src/hosts/ssh/known-hosts/parse-known-hosts.js';
import { inDirectory } from '../../../resources/converge.js';

/** A new key of the type ssh-ed25519, in the format of the protocol. */
function newKey(): Buffer {
  const { publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const string = (data: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, data.length]), data]);
  return Buffer.concat([string(Buffer.from('ssh-ed25519')), string(raw)]);
}

const [one, two] = [newKey(), newKey()];
const lineFor = (hosts: string, key = one) => `${hosts} ssh-ed25519 ${key.toString('base64')}\n`;

/** Judges a key with files of these contents. */
function judge(texts: readonly string[], where: Partial<HostKeySettings> = {}, key = one) {
  return inDirectory((directory) => {
    const files = texts.map((text, index) => {
      const file = join(directory, `known${index}`);
      writeFileSync(file, text);
      return file;
    });
    const settings: HostKeySettings = {
      hostname: 'db01',
      port: 22,
      hostKeyAlias: undefined,
      userKnownHostsFiles: [...files, join(directory, 'missing')],
      globalKnownHostsFiles: [],
      ...where,
    };
    return Promise.resolve(new KnownHosts(settings).judge('ssh-ed25519', key));
  });
}

describe('known keys of hosts', () => {
  it('match the names that ssh-keygen finds', () =>
    inDirectory((directory) => {
      const file = join(directory, 'known');
      const patterns = [
        'db01',
        'db02,192.0.2.2',
        '*.lab,!bad.lab',
        '[db01]:2222',
        '[*.lab]:2200',
        'DB03',
        'db0?,other',
        '2001:db8::1',
        '!no.lab,no.lab',
      ];
      writeFileSync(file, `# comment\n\n${patterns.map((pattern) => lineFor(pattern)).join('')}garbage\n`);
      const hashed = join(directory, 'hashed');
      writeFileSync(hashed, `${lineFor('db01')}${lineFor('[db01]:2222')}${lineFor('192.0.2.9')}`);
      execFileSync('ssh-keygen', ['-H', '-f', hashed], { stdio: 'ignore' });
      const names = [
        ...[
          'db01',
          'DB01',
          'db02',
          '192.0.2.2',
          'good.lab',
          'bad.lab',
          'no.lab',
          '[db01]:2222',
          '[db01]:2223',
        ],
        ...['[x.lab]:2200', 'db03', 'db0', 'db09', 'other', '2001:db8::1', '192.0.2.9', '*.lab'],
      ];
      // ssh-keygen compares a hash with the name as it is; ssh itself converts names to lower case first.
      for (const path of [file, hashed]) {
        const entries = parseKnownHosts(readFileSync(path, 'utf8'), path);
        for (const name of path === hashed ? names.filter((one) => one === one.toLowerCase()) : names) {
          const ours = entries.filter((entry) => entry.matches(name)).map(({ location }) => location.line);
          expect(ours, `${name} in ${path}`).to.deep.equal(keygenLines(path, name));
        }
      }
      return Promise.resolve();
    }));

  it('are accepted, changed or unknown', async () => {
    expect(await judge([lineFor('db01')])).to.deep.equal({ kind: 'known' });
    expect((await judge([lineFor('db01')], {}, two)).kind).to.equal('changed');
    expect((await judge([lineFor('db02')])).kind).to.equal('unknown');
    expect((await judge(['db01 ssh-rsa AAAA\n'])).kind, 'of another type').to.equal('unknown');
    expect(await judge([lineFor('db01', two) + lineFor('db01')]), 'one of several').to.deep.equal({
      kind: 'known',
    });
  });

  it('are looked for in all files', async () => {
    expect(await judge(['', lineFor('db01')])).to.deep.equal({ kind: 'known' });
  });

  it('name the line of the key that has changed', async () => {
    const verdict = await judge([`# first\n${lineFor('db01')}`], {}, two);
    expect(verdict.kind === 'changed' && verdict.entry.location.line).to.equal(2);
  });

  it('are looked up with the port, then without it, or under the alias alone', async () => {
    expect(await judge([lineFor('[db01]:2222')], { port: 2222 })).to.deep.equal({ kind: 'known' });
    expect(await judge([lineFor('db01')], { port: 2222 })).to.deep.equal({ kind: 'known' });
    expect((await judge([lineFor('db01', two)], { port: 2222 })).kind).to.equal('unknown');
    expect(await judge([lineFor('alias')], { port: 2222, hostKeyAlias: 'alias' })).to.deep.equal({
      kind: 'known',
    });
    expect((await judge([lineFor('db01')], { hostKeyAlias: 'alias' })).kind).to.equal('unknown');
  });

  it('are refused if they are revoked, even for another port', async () => {
    expect((await judge([`${lineFor('db01')}@revoked ${lineFor('*')}`])).kind).to.equal('revoked');
  });

  it('do not include the keys of authorities', async () => {
    expect((await judge([`@cert-authority ${lineFor('db01')}`])).kind).to.equal('unknown');
  });

  it('are added in a form that ssh-keygen finds, plain or hashed, on a line of their own', () =>
    inDirectory((directory) => {
      for (const isHashed of [false, true]) {
        const file = join(directory, `new/known-${isHashed}`);
        addHostKey(file, { name: '[Db01]:2222', keyType: 'ssh-ed25519', key: one }, isHashed);
        writeFileSync(file, readFileSync(file, 'utf8').trimEnd());
        addHostKey(file, { name: 'db02', keyType: 'ssh-ed25519', key: two }, isHashed);
        expect(keygenLines(file, '[db01]:2222')).to.deep.equal([1]);
        expect(keygenLines(file, 'db02')).to.deep.equal([2]);
        expect(/db0/i.test(readFileSync(file, 'utf8'))).to.equal(!isHashed);
      }
      return Promise.resolve();
    }));

  it('have the fingerprints that ssh-keygen prints', () =>
    inDirectory((directory) => {
      const file = join(directory, 'key.pub');
      writeFileSync(file, `ssh-ed25519 ${one.toString('base64')}\n`);
      expect(execFileSync('ssh-keygen', ['-lf', file], { encoding: 'utf8' })).to.contain(fingerprint(one));
      return Promise.resolve();
    }));
});

/** The lines that ssh-keygen finds for a name. */
function keygenLines(file: string, name: string): number[] {
  try {
    const found = execFileSync('ssh-keygen', ['-F', name, '-f', file], { encoding: 'utf8' });
    return [...found.matchAll(/found: line (\d+)/g)].map(([, line]) => Number(line));
  } catch {
    return [];
  }
}
