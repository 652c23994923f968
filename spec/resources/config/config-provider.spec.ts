import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { providersOf } from '../../../src/engine/provider.js';
import { HostError } from '../../../src/hosts/host-error.js';
import { IniSetting } from '../../../src/resources/ini-setting.js';
import { ConfigBench } from './config-bench.js';

describe('Settings of a configuration file', () => {
  let bench: ConfigBench;
  beforeEach(() => {
    bench = new ConfigBench();
  });
  afterEach(() => bench.close());

  const wanting = (settings: Record<string, unknown>) => (site: Scope) => {
    for (const [title, value] of Object.entries(settings))
      new bench.Setting(site, title, { value: value as string });
  };
  const content = () => readFileSync(bench.path, 'utf8');

  async function refusal(body: (site: Scope) => void): Promise<Error & { denied?: boolean }> {
    try {
      await bench.apply(body);
    } catch (error) {
      return error as Error;
    }
    return new Error('nothing was refused');
  }

  it('are written in one go, found in sync afterwards, and repaired alone', async () => {
    const body = wanting({
      'DEFAULT/debug': true,
      'DEFAULT/workers': 2,
      'cors/m': ['GET', 'PUT'],
      'cors/x': '<SERVICE DEFAULT>',
    });
    expect(await bench.apply(body)).to.deep.equal(['DEFAULT/debug', 'DEFAULT/workers', 'cors/m']);
    expect(content()).to.equal('[DEFAULT]\ndebug=True\nworkers=2\n\n[cors]\nm=GET\nm=PUT\n');
    expect(await bench.apply(body)).to.deep.equal([]);
    writeFileSync(bench.path, content().replace('workers=2', 'workers = 3').concat('x=1\n'));
    expect(await bench.apply(body)).to.deep.equal(['DEFAULT/workers', 'cors/x']);
    expect(content()).to.equal('[DEFAULT]\ndebug=True\nworkers = 2\n\n[cors]\nm=GET\nm=PUT\n');
  });

  it('are edits of their file, in one batch', async () => {
    const { resources } = await bench.compile(wanting({ 'a/x': 1 }));
    const setting = resources.find(({ title }) => title === 'a/x');
    const provider = setting?.definition && providersOf(setting.definition)?.providers.default;
    expect(provider?.edits?.(setting as never)).to.deep.equal([bench.path]);
    expect(provider?.batchBy?.(setting as never)).to.equal(bench.path);
  });

  it('need one read, and one read and one write for a change, however many they are', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`s${i % 7}/k${i}`, i]));
    await bench.apply(wanting(many));
    expect(bench.writes).to.deep.equal([bench.path]);
    expect(bench.reads.filter((path) => path === bench.path)).to.have.length(2);
    await bench.apply(wanting(many));
    expect(bench.reads.filter((path) => path === bench.path)).to.have.length(3);
    expect(bench.writes).to.have.length(1);
  });

  it('are not managed if neither a value nor ensure is given', async () => {
    writeFileSync(bench.path, '[a]\nx=1\n');
    expect(await bench.apply(wanting({ 'a/x': undefined, 'a/y': '<_IMMUTABLE_>' }))).to.deep.equal([]);
  });

  it('are created without a value if only ensure is given', async () => {
    const body = (site: Scope) => void new bench.Setting(site, 'a/x', { ensure: 'present' });
    expect(await bench.apply(body)).to.deep.equal(['a/x']);
    expect(content()).to.equal('[a]\nx=\n');
    writeFileSync(bench.path, '[a]\nx=5\n');
    expect(await bench.apply(body)).to.deep.equal([]);
  });

  it('that are absent need no file, and make none', async () => {
    expect(await bench.apply(wanting({ 'a/x': '<SERVICE DEFAULT>' }))).to.deep.equal([]);
    expect(existsSync(bench.path)).to.equal(false);
  });

  it('are all listed, by their titles', async () => {
    writeFileSync(bench.path, 'top=0\n[a]\nx=1\nx=2\n# y=3\n[composite:root]\n/v2: app\n');
    const { default: provider } = providersOf(bench.Setting.definition as never)?.providers ?? {};
    expect([...((await provider?.list?.(bench.session(), [])) ?? [])]).to.deep.equal([
      ['a/x', { ensure: 'present', value: ['1', '2'] }],
      ['composite:root//v2', { ensure: 'present', value: ['app'] }],
    ]);
  });

  describe('the file', () => {
    it('keeps its mode, and is backed up', async () => {
      writeFileSync(bench.path, '[a]\nx=1\n');
      chmodSync(bench.path, 0o600);
      await bench.apply(wanting({ 'a/x': 2 }));
      expect(statSync(bench.path).mode & 0o7777).to.equal(0o600);
      expect(bench.kept.get(bench.path)).to.equal('[a]\nx=1\n');
    });

    it('is only readable for the service if it is new', async () => {
      await bench.apply(wanting({ 'a/x': 2 }));
      expect(statSync(bench.path).mode & 0o7777).to.equal(0o640);
    });

    it('may be reached through a link, which stays', async () => {
      mkdirSync(join(bench.directory, 'real'));
      writeFileSync(join(bench.directory, 'real/x.conf'), '[a]\nx=1\n');
      symlinkSync('real/x.conf', bench.path);
      await bench.apply(wanting({ 'a/x': 2 }));
      expect(readlinkSync(bench.path)).to.equal('real/x.conf');
      expect(readFileSync(join(bench.directory, 'real/x.conf'), 'utf8')).to.equal('[a]\nx=2\n');
    });

    it('is created at the target of a dangling link', async () => {
      symlinkSync('later.conf', bench.path);
      await bench.apply(wanting({ 'a/x': 2 }));
      expect(lstatSync(bench.path).isSymbolicLink()).to.equal(true);
      expect(content()).to.equal('[a]\nx=2\n');
    });

    it('is not searched forever if links form a cycle', async () => {
      symlinkSync('service.conf', bench.path);
      expect((await refusal(wanting({ 'a/x': 2 }))).message).to.match(/service\.conf: .*links/);
    });

    it('is not changed if it is not text', async () => {
      writeFileSync(bench.path, '[a]\nx=1\n\0\0');
      const error = await refusal(wanting({ 'a/x': 2 }));
      expect(error.message).to.equal(
        `${bench.path} is not a text file: byte 8 is NUL; move it away if it is not a configuration file`,
      );
      expect(content()).to.equal('[a]\nx=1\n\0\0');
    });

    it('is refused if it is a directory', async () => {
      mkdirSync(bench.path);
      expect((await refusal(wanting({ 'a/x': 2 }))).message).to.contain(`${bench.path} is a directory`);
    });

    it('is refused if it is a pipe, which is neither read nor replaced', async () => {
      execFileSync('mkfifo', [bench.path]);
      expect((await refusal(wanting({ 'a/x': 2 }))).message).to.contain(
        `${bench.path} is a device, a pipe or a socket`,
      );
      expect(lstatSync(bench.path).isFIFO()).to.equal(true);
    });

    it('needs its directory, which the error names', async () => {
      const path = join(bench.directory, 'no/such/file.ini');
      const error = await refusal((site) => void new IniSetting(site, 'x', { path, setting: 'x', value: 1 }));
      expect(error.message).to.contain(
        `cannot create ${path}: the directory ${bench.directory}/no/such does not exist;`,
      );
    });

    it('keeps bytes that are not UTF-8', async () => {
      writeFileSync(bench.path, Buffer.from('# caf\xe9\r\n[a]\r\nx=1\r\n', 'latin1'));
      await bench.apply(wanting({ 'a/x': 'th\xe9' }));
      expect(readFileSync(bench.path, 'latin1')).to.equal('# caf\xe9\r\n[a]\r\nx=th\xe9\r\n');
      expect((await refusal(wanting({ 'a/x': '\u4e00' }))).message).to.contain('is not in UTF-8');
    });

    it('that may not be read is a matter of rights, not of absence', async () => {
      const { files } = bench.host;
      const denied = new HostError('permission is denied', 'EACCES', bench.path);
      const host = Object.assign(Object.create(bench.host), {
        files: Object.assign(Object.create(files), { read: async () => [denied] }),
      });
      const catalog = await bench.compile(wanting({ 'a/x': 2 }));
      const { default: provider } = providersOf(bench.Setting.definition as never)?.providers ?? {};
      const states = await provider?.read(bench.session(host), [
        catalog.find('service_config', 'a/x') as never,
      ]);
      expect(states?.get('a/x')).to.include({ reason: 'permission is denied', denied: true });
    });
  });
});
