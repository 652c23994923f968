import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { CommandLine } from '../command-line.js';

const facts =
  '{"os": {"family": "Debian", "name": "Debian", "release": {"major": "12"}}, "networking": {"fqdn": "one.example.com"}}';

describe('data on the command line', () => {
  let shell: CommandLine;
  let data: string;
  let lookup: (...words: string[]) => ReturnType<CommandLine['call']>;

  beforeEach(async () => {
    shell = await CommandLine.open();
    data = join(shell.folder, 'data');
    await mkdir(join(data, 'nodes'), { recursive: true });
    await shell.write('data/common.yaml', 'size: 4\nglance::api::workers: 3\nusers: {a: {x: 1}}\n');
    await shell.write('data/nodes/one.example.com.yaml', 'size: 8\nusers: {a: {y: 2}}\n');
    const path = await shell.write('facts.json', facts);
    lookup = (...words) => shell.call('lookup', ...words, '--facts', path);
  });
  afterEach(() => shell.close());

  it('is read from the folder data by convention, if no other is given', async () => {
    expect(await lookup('size')).to.deep.equal({ status: 0, stdout: '8\n', stderr: '' });
    expect((await lookup('users', '--merge', 'deep', '--json')).stdout).to.equal(
      `${JSON.stringify({ a: { x: 1, y: 2 } }, null, 2)}\n`,
    );
    expect((await lookup('nowhere', '--default', '[1]', '--data', data)).stdout).to.equal('[\n  1\n]\n');
    const { status, stderr } = await lookup('nowhere');
    expect([status, stderr]).to.deep.equal([1, stderr]);
    expect(stderr).to.contain("no value for 'nowhere'");
  });

  it('is printed escaped to a terminal, and unchanged to a program', async () => {
    await shell.write('data/common.yaml', 'text: "a\\e]0;b\\x9b"\n"ke\\ey": {"\\x9b": "\\u202e"}\n');
    const facts = ['--facts', join(shell.folder, 'facts.json')];
    const shown = async (...words: string[]) =>
      (await shell.callOnTerminal('lookup', ...words, ...facts)).stdout;
    expect(await shown('text')).to.equal('a\\e]0;b\\x9b\n');
    expect((await lookup('text')).stdout).to.equal('a\x1b]0;b\x9b\n');
    expect(await shown('ke\x1by', '--json')).to.equal('{\n  "\\u009b": "\\u202e"\n}\n');
    expect((await lookup('ke\x1by', '--explain')).stdout).to.match(/^ke\\ey: [ -~\n]*$/);
    const site = await shell.manifest('');
    const { stdout } = await shell.call('check', site, '--time-limit', '0', '--data', data, ...facts);
    expect(stdout).to.contain('ke\\ey');
  });

  it('is explained file by file', async () => {
    const { stdout } = await lookup('size', '--explain');
    expect(stdout)
      .to.match(/one\.example\.com\.yaml:1:1 {2}used 8\n/)
      .and.match(/common\.yaml:1:1 {2}overridden 4\n/);
    expect(stdout)
      .to.match(/Debian-12\.yaml {2}no such file/)
      .and.match(/Result: 8\n$/);
    const { found, layers } = JSON.parse((await lookup('size', '--explain', '--json')).stdout);
    expect(found.sources[0]).to.include({ level: 'node', layer: 'environment' });
    expect(layers).to.have.length(1);
  });

  it('is shown by describe for a class', async () => {
    const { stdout } = await shell.call(
      'describe',
      'glance::api',
      '--data',
      data,
      '--facts',
      join(shell.folder, 'facts.json'),
    );
    expect(stdout.replace(/\s+/g, ' ')).to.contain('data: 3, from').and.contain('common.yaml:2:1 (common)');
  });

  it('is checked before a manifest is compiled, and unused keys are reported', async () => {
    const site = await shell.write('node.yaml', 'resources: {notify: {a: {}}}\n');
    const named = ['check', site, '--data', data, '--facts', join(shell.folder, 'facts.json')];
    const { stdout } = await shell.call(...named);
    expect(stdout).to.match(
      /unused keys of the data:\n(?:.*\n)*.*common\.yaml:2:1 {2}glance::api::workers\n/,
    );
    await shell.write('data/common.yaml', 'glance::api::wrokers: 3\nglance::api::enabled: perhaps\n');
    const { status, stderr } = await shell.call(...named.with(0, 'catalog'));
    expect(status).to.equal(1);
    expect(stderr)
      .to.contain("did you mean 'workers'?")
      .and.contain('common.yaml:1:1')
      .and.contain('common.yaml:2:1');
  });

  it('has secrets that can be encrypted, read, edited and rotated', async () => {
    const identity = join(shell.folder, 'identity.txt');
    const { stdout: recipient } = await shell.call('data', 'identity', identity);
    await shell.write('data/recipients.txt', recipient);
    const file = await shell.write('data/common.yaml', 'password: of the specs\nother: GENERATE[20]\n');
    expect((await shell.call('data', 'encrypt', file, 'password')).status).to.equal(0);
    expect((await shell.call('data', 'encrypt', file)).stderr).to.contain('1 value encrypted');
    expect(await readFile(file, 'utf8')).to.not.contain('specs');

    expect(await lookup('password', '--identity', identity)).to.include({
      status: 0,
      stdout: '[redacted]\n',
    });
    expect((await lookup('password', '--identity', identity, '--show-secrets')).stdout).to.equal(
      'of the specs\n',
    );
    expect((await lookup('password', '--identity', identity, '--explain')).stdout).to.not.contain('specs');
    const refused = await lookup('password');
    expect(refused.status).to.equal(1);
    expect(refused.stderr.replace(/\s+/g, ' ')).to.contain("'password'").and.contain(recipient.trim());

    expect((await shell.call('data', 'decrypt', file, 'password', '--identity', identity)).stdout).to.equal(
      'of the specs\n',
    );
    expect((await shell.call('data', 'rotate', data, '--identity', identity)).stderr).to.contain(
      '2 values encrypted again',
    );
    expect(
      (await shell.call('data', 'identity', identity)).stderr,
      'an identity is never overwritten',
    ).to.contain('EEXIST');
    expect((await shell.call('data', 'encript', file)).stderr).to.contain("did you mean 'encrypt'?");
  });
});
