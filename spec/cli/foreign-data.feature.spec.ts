import { chmodSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { CommandLine } from './command-line.js';

const keys = fileURLToPath(new URL('../data/eyaml/', import.meta.url));

const HIERA = `version: 5
defaults: {datadir: data, data_hash: yaml_data}
hierarchy:
  - name: common
    path: common.yaml
  - name: encrypted
    lookup_key: eyaml_lookup_key
    path: secrets.eyaml
    options: {pkcs7_private_key: keys/private_key.pkcs7.pem}
`;

/** What root takes from data, and each file that has a say in it. */
describe('data for a run as root', () => {
  let shell: CommandLine;
  let site: string;
  const at = (path: string) => join(shell.folder, path);

  before(function () {
    if (process.geteuid?.() !== 0) this.skip();
  });
  beforeEach(async () => {
    shell = await CommandLine.open();
    for (const folder of ['data', 'keys', 'values', 'own']) mkdirSync(at(folder));
    cpSync(join(keys, 'secrets.eyaml'), at('data/secrets.eyaml'));
    cpSync(join(keys, 'private_key.pkcs7.pem'), at('keys/key.pem'));
    await shell.write('hiera.yaml', HIERA.replace('private_key.pkcs7.pem', 'key.pem'));
    await shell.write('values/password', 'of the specs');
    await shell.write(
      'facts.json',
      '{"os": {"family": "Debian", "name": "Debian", "release": {"major": "12"}}}',
    );
    const recipient = await call('data', 'identity', at('own/identity'));
    await shell.write('data/recipients.txt', recipient);
    await shell.write(
      'data/common.yaml',
      'size: 4\nread: "%{file(\'values/password\')}"\nsealed: DEC::AGE[x]!\n',
    );
    await call('data', 'encrypt', at('data/common.yaml'));
    site = await shell.manifest(`site.lookup('size', value.integer());`, 'value');
  });
  afterEach(() => shell.close());

  async function call(...words: string[]): Promise<string> {
    const { stdout, stderr } = await shell.call(...words);
    return `${stdout}${stderr}`.replace(/\s+/g, ' ');
  }
  const named = () => [
    '--data',
    at('hiera.yaml'),
    '--facts',
    at('facts.json'),
    '--identity',
    at('own/identity'),
  ];
  const refusal = (path: string) =>
    `root does not use data that other users can modify: ${at(path)} can be changed by everybody (mode 0777)`;

  const files: readonly (readonly [what: string, path: string, key: string])[] = [
    ['a data file', 'data/common.yaml', 'size'],
    ['its folder', 'data', 'size'],
    ['hiera.yaml', 'hiera.yaml', 'size'],
    ['the facts', 'facts.json', 'size'],
    ['the identity', 'own/identity', 'size'],
    ['a file that contains a value', 'values/password', 'read'],
    ['the folder of such a file', 'values', 'read'],
    ["hiera-eyaml's key", 'keys/key.pem', 'one_line'],
    ['the folder of that key', 'keys', 'one_line'],
  ];
  for (const [what, path, key] of files) {
    it(`is refused by lookup if other users can write ${what}, unless it is trusted explicitly`, async () => {
      const good = await call('lookup', key, ...named(), '--show-secrets');
      expect(good).not.to.match(/error/);
      chmodSync(at(path), 0o777);
      for (const how of [[], ['--explain']]) {
        const { status, stdout, stderr } = await shell.call('lookup', key, ...named(), ...how);
        expect([status, stdout]).to.deep.equal([1, '']);
        expect(stderr.replace(/\s+/g, ' ')).to.include(refusal(path)).and.include('--trust-manifest');
      }
      expect(await call('lookup', key, ...named(), '--show-secrets', '--trust-manifest')).to.equal(good);
    });

    it(`is refused by a manifest if other users can write ${what}`, async () => {
      if (key !== 'size') await shell.manifest(`site.lookup('${key}', value.secretString);`, 'value');
      const good = await shell.call('catalog', site, ...named());
      expect(good).to.deep.include({ status: 0, stderr: '' });
      chmodSync(at(path), 0o777);
      expect(await call('catalog', site, ...named())).to.include(refusal(path));
      expect(await shell.call('catalog', site, ...named(), '--trust-manifest')).to.deep.equal(good);
    });
  }

  it('may be next to a key or a value that is not used', async () => {
    chmodSync(at('keys'), 0o777);
    chmodSync(at('values'), 0o777);
    expect(await call('lookup', 'size', ...named())).to.equal('4 ');
  });

  it('is checked together with the identity that the environment names', async () => {
    const options = named().slice(0, 4);
    shell.environment = { GLANCE_APPLY_IDENTITY_FILE: at('own/identity') };
    expect(await call('lookup', 'size', ...options)).to.equal('4 ');
    chmodSync(at('own'), 0o777);
    expect(await call('lookup', 'size', ...options)).to.include(refusal('own'));
    const identity = readFileSync(at('own/identity'), 'utf8');
    shell.environment = { ...shell.environment, GLANCE_APPLY_IDENTITY: identity };
    expect(await call('lookup', 'size', ...options), 'the identity itself counts more').to.equal('4 ');
  });

  it('does not depend on the working directory if the environment contains an empty identity', async () => {
    const here = process.cwd();
    mkdirSync(at('open'));
    chmodSync(at('open'), 0o777);
    shell.environment = { GLANCE_APPLY_IDENTITY_FILE: '' };
    process.chdir(at('open'));
    try {
      const { status, stderr } = await shell.call('catalog', site, ...named().slice(0, 4));
      expect([status, stderr]).to.deep.equal([0, '']);
    } finally {
      process.chdir(here);
    }
  });

  it('is neither encrypted for recipients nor opened with identities that other users can write', async () => {
    const file = at('data/common.yaml');
    const identity = ['--identity', at('own/identity')];
    chmodSync(at('data/recipients.txt'), 0o777);
    for (const words of [
      ['encrypt', file, 'size'],
      ['rotate', at('data'), ...identity],
    ])
      expect(await call('data', ...words)).to.include(refusal('data/recipients.txt'));
    chmodSync(at('data/recipients.txt'), 0o644);
    chmodSync(at('own'), 0o777);
    for (const words of [
      ['decrypt', file],
      ['decrypt', file, 'sealed'],
      ['rotate', file],
    ])
      expect(await call('data', ...words, ...identity)).to.include(refusal('own'));
    expect(await call('data', 'identity', at('own/another'))).to.include(refusal('own'));
    chmodSync(file, 0o777);
    for (const words of [
      ['encrypt', file, 'size'],
      ['decrypt', file],
      ['decrypt', file, 'sealed'],
      ['rotate', file],
    ])
      expect(await call('data', ...words, ...identity)).to.include(refusal('data/common.yaml'));
    expect(await call('data', 'decrypt', file, 'sealed', ...identity, '--trust-manifest')).to.equal('x ');
  });
});
