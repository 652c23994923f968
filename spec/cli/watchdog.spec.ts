import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { CommandLine, type Outcome } from './command-line.js';

const program = fileURLToPath(new URL('../../src/cli/glance-apply.ts', import.meta.url));

/** Calls the command in a process of its own, which is what a watchdog ends. */
function call(...words: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? -1, ...output }));
  });
}

describe('a manifest that does not come to an end', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  it('is ended, and its loop is named', async () => {
    const site = await command.manifest('  for (;;) {\n    JSON.stringify({});\n  }');
    const { status, stderr } = await call('plan', site, '--time-limit', '6');
    expect(status).to.equal(1);
    expect(stderr)
      .to.include('did not come to an end within 6 s')
      .and.to.match(/site\.ts:[34]:/);
  });

  it('is ended where it waits for what never comes', async () => {
    const site = await command.write('stuck.ts', `await new Promise(() => {});\nexport default 1;\n`);
    const { status, stderr } = await call('plan', site);
    expect(status).to.equal(1);
    expect(stderr).to.include('waits for something that never comes');
  });

  it('may leave a timer behind without keeping the command', async () => {
    const site = await command.manifest('  setInterval(() => {}, 1000);');
    expect(await call('check', site)).to.include({ status: 0 });
  });
});
