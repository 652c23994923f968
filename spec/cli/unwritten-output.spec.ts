import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { CommandLine } from './command-line.js';

const program = fileURLToPath(new URL('./programs/command.ts', import.meta.url));
const FULL = '/dev/full';

/** Where a stream of the command leads: `gone` is a pipe whose reader has ended. */
type Target = 'pipe' | 'full' | 'gone';

describe('output that cannot be written', () => {
  let command: CommandLine;
  beforeEach(async () => {
    command = await CommandLine.open();
  });
  afterEach(() => command.close());

  const at = (name: string) => join(command.folder, name);
  const words = (name: string, site: string, more: readonly string[] = []) => [
    ...['--import', import.meta.resolve('tsx'), program, at('lock'), name, site],
    ...['--state-dir', at('state'), '--time-limit', '0', ...more],
  ];
  const declareTwo = () =>
    command.manifest(
      `  const first = new File(site, '${at('first')}', { content: '' });
  new File(site, '${at('second')}', { content: '', require: first });`,
      'File',
    );

  async function call(args: readonly string[], stdout: Target, stderr: Target) {
    const stdio = [stdout, stderr].map((target) => (target === 'full' ? openSync(FULL, 'w') : 'pipe'));
    const child = spawn(process.execPath, args, { stdio: ['ignore', ...stdio] });
    let said = '';
    if (stdout === 'gone') child.stdout?.destroy();
    if (stderr === 'gone') child.stderr?.destroy();
    else child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    if (stdout === 'pipe') child.stdout?.resume();
    const [status] = await once(child, 'exit');
    return { status, said };
  }

  async function remarks(): Promise<unknown> {
    return JSON.parse(await readFile(at('state/report.json'), 'utf8')).remarks;
  }

  for (const more of [[], ['--json']]) {
    for (const [target, reason] of [
      ['full', 'standard output could not be written: the disk is full (ENOSPC)'],
      ['gone', 'standard output could not be written: its reader has closed it (EPIPE)'],
    ] as const) {
      it(`does not end an apply${more.length > 0 ? ' with --json' : ''}, whose report contains: ${reason}`, async () => {
        const { status, said } = await call(words('apply', await declareTwo(), more), target, 'pipe');
        expect(status).to.equal(0);
        expect(existsSync(at('second'))).to.equal(true);
        expect(await remarks()).to.deep.equal([reason]);
        expect(said).to.equal(target === 'full' ? `warning: ${reason}\n` : '');
      });
    }
  }

  it('does not change the exit status of a failed run', async () => {
    await writeFile(at('file'), '');
    const site = await command.manifest(`  new File(site, '${at('file/below')}', { content: '' });`, 'File');
    expect((await call(words('apply', site), 'full', 'full')).status).to.equal(4);
  });

  it('does not end an apply if neither stream can be written', async () => {
    for (const target of ['full', 'gone'] as const) {
      expect((await call(words('apply', await declareTwo()), target, target)).status).to.equal(0);
      expect(existsSync(at('second'))).to.equal(true);
    }
  });

  it('makes a plan fail, unless the reader has closed the pipe', async () => {
    const site = await declareTwo();
    const full = await call(words('plan', site), 'full', 'pipe');
    expect(full).to.deep.equal({
      status: 1,
      said: 'error: standard output could not be written: the disk is full (ENOSPC)\n',
    });
    expect(await call(words('plan', site), 'gone', 'pipe')).to.deep.equal({ status: 0, said: '' });
  });

  it('because the terminal is closed lets the run finish the steps in flight', async () => {
    const site = await command.manifest(
      `  const first = new Exec(site, 'first', {
    command: ['/bin/sh', '-c', 'echo $PPID > ${at('pid')}; while [ ! -e ${at('go')} ]; do sleep 0.05; done; : > ${at('done')}'],
  });
  new File(site, '${at('second')}', { content: '', require: first });`,
      'Exec, File',
    );
    const line = [process.execPath, ...words('apply', site)].map((word) => `'${word}'`).join(' ');
    const terminal = spawn('script', ['-q', '-c', `exec ${line}`, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    terminal.stdout.resume();
    while (!existsSync(at('pid'))) await sleep(20);
    const pid = Number(await readFile(at('pid'), 'utf8'));
    terminal.kill('SIGKILL');
    await once(terminal, 'exit');
    // The shell of the terminal tells its children as well.
    process.kill(pid, 'SIGHUP');
    await sleep(100);
    expect(existsSync(at('state/report.json'))).to.equal(false);
    await writeFile(at('go'), '');
    while (!existsSync(at('state/report.json'))) await sleep(20);
    const report = JSON.parse(await readFile(at('state/report.json'), 'utf8'));
    expect(report).to.deep.include({
      interrupted: true,
      interruption: 'the terminal was closed (SIGHUP)',
    });
    expect(report.summary).to.include({ changed: 1, skipped: 1, failed: 0 });
    expect(report.remarks.join()).to.contain('its terminal was closed (EIO)');
    expect([existsSync(at('done')), existsSync(at('second'))]).to.deep.equal([true, false]);
  });
});
