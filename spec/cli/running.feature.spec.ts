import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { specLock } from '../hosts/this-machine.js';
import { CommandLine, type Outcome } from './command-line.js';

describe('apply and plan', () => {
  let command: CommandLine;

  beforeEach(async () => {
    command = await CommandLine.open();
  });

  afterEach(() => command.close());

  const motd = () => join(command.folder, 'motd');
  const declareMotd = () =>
    command.manifest(`  new File(site, '${motd()}', { content: 'hello\\n', mode: '0644' });`, 'File');

  function run(...words: string[]): Promise<Outcome> {
    return command.call(...words, '--state-dir', join(command.folder, 'state'), '--time-limit', '0');
  }

  it('plan what is missing, and change nothing', async () => {
    const { status, stdout, stderr } = await run('plan', await declareMotd());
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(stdout)
      .to.match(/^\+ create File\[.*\/motd\]/)
      .and.to.match(/\nplan: 1 to create in .*\n$/);
    expect(existsSync(motd())).to.equal(false);
  });

  it('treat warnings as errors with --strict, and change nothing', async () => {
    const body = `  new File(site, '${motd()}', { content: 'hello\\n' });\n  site.warn('this is odd');`;
    const site = await command.manifest(body, 'File');
    for (const name of ['apply', 'plan']) {
      const { status, stdout, stderr } = await run(name, site, '--strict');
      expect({ status, stdout }).to.deep.equal({ status: 1, stdout: '' });
      expect(stderr).to.match(/^error: .*this is odd/);
    }
    expect(existsSync(motd())).to.equal(false);
    expect((await run('apply', site)).status).to.equal(0);
  });

  it('apply what is missing, and then change nothing', async () => {
    const site = await declareMotd();
    const first = await run(site);
    expect(first.stdout).to.match(/\n1 created in .*\n$/);
    expect(await readFile(motd(), 'utf8')).to.equal('hello\n');
    const second = await run('apply', site);
    expect(second.stdout).to.match(/^1 unchanged in .*\n$/);
    expect([first.status, second.status]).to.deep.equal([0, 0]);
  });

  it('report with detailed exit statuses whether something changed or is pending', async () => {
    const site = await declareMotd();
    const statuses: number[] = [];
    for (const name of ['plan', 'apply', 'plan', 'apply']) {
      statuses.push((await run(name, site, '--detailed-exitcodes')).status);
    }
    expect(statuses).to.deep.equal([2, 2, 0, 0]);
  });

  it('exit with 4 if something failed, and with 6 if something changed as well', async () => {
    await writeFile(join(command.folder, 'file'), '');
    const failing = `  new File(site, '${command.folder}/file/below', { content: '' });`;
    const site = await command.manifest(
      `${failing}\n  new File(site, '${motd()}', { content: '' });`,
      'File',
    );
    expect((await run(site)).status).to.equal(4);
    await writeFile(motd(), 'edited');
    const { status, stdout } = await run(site, '--detailed-exitcodes');
    expect(status).to.equal(6);
    expect(stdout).to.include('✗ failed File[').and.to.include('1 failed');
  });

  it('print only events with --json', async () => {
    const { stdout, stderr } = await run('plan', await declareMotd(), '--json');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(events).to.deep.equal(['run-started', 'resource-finished', 'run-finished']);
    expect(stderr).to.equal('');
  });

  it('accept the output of catalog, and the YAML of a node', async () => {
    const { stdout } = await command.call('catalog', await declareMotd(), '--time-limit', '0');
    const catalog = await command.write('catalog.json', stdout);
    const node = await command.write(
      'node.yaml',
      `resources:\n  file:\n    ${motd()}:\n      content: "hello\\n"\n      mode: '0644'\n`,
    );
    expect((await run(catalog)).stdout).to.match(/\n1 created/);
    expect((await run('plan', node)).stdout).to.match(/^plan: 1 unchanged/);
  });

  it('compile for the given facts', async () => {
    const site = await command.manifest(
      `  new Notify(site, String(site.facts.networking?.hostname));`,
      'Notify',
    );
    const plain = await command.write('facts.yaml', 'networking:\n  hostname: db1\n');
    const wrapped = await command.write(
      'facts.json',
      '{"name":"db2","values":{"networking":{"hostname":"db2"}}}',
    );
    expect((await run('plan', site, '--facts', plain)).stdout).to.match(/^db1$/m);
    expect((await run('plan', site, '--facts', wrapped)).stdout).to.match(/^db2$/m);
  });

  it('end in order with 4 and a reason if the lock is lost', async () => {
    const site = await command.manifest(
      `  const first = new Exec(site, 'first', { command: ['/bin/sh', '-c', 'rm ${specLock}; sleep 2'] });
  new File(site, '${motd()}', { content: '', require: first });`,
      'Exec, File',
    );
    const { status, stdout, stderr } = await run(site);
    expect(status).to.equal(4);
    expect(stdout).to.match(/interrupted: 1 ran, 1 skipped/);
    expect(stderr.replaceAll('\n', ' ')).to.include(`the lock file ${specLock} was removed or replaced`);
    const report = JSON.parse(await readFile(join(command.folder, 'state/report.json'), 'utf8'));
    expect(report.interruption).to.include(specLock);
  });

  it('report what is wrong with a manifest, with the source location', async () => {
    const site = await command.manifest(`  new File(site, '/a', { contnt: '' } as object);`, 'File');
    const { status, stdout, stderr } = await run('plan', site);
    expect({ status, stdout }).to.deep.equal({ status: 1, stdout: '' });
    expect(stderr.split('\n')).to.deep.equal([
      `error: File[/a] has no parameter named 'contnt' [attribute.unknown]`,
      '  at site.ts:3:3',
      `     3 |   new File(site, '/a', { contnt: '' } as object);`,
      '       |   ^',
      `  hint: did you mean 'content'?`,
      '',
    ]);
  });
});
