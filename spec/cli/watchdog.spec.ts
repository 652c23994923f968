import { expect } from 'chai';
import { CommandLine } from './command-line.js';
import { callInProcess as call } from './own-process.js';

describe('a manifest that does not end', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  it('is terminated, and the error names its loop', async () => {
    // On a busy machine it takes a while until the loop is reached at all.
    const began = performance.now();
    await call('plan', await command.write('empty.ts', 'export default () => {};\n'), '--time-limit', '0');
    const limit = Math.max(6, Math.ceil((3 * (performance.now() - began)) / 1000));
    const site = await command.manifest('  for (;;) {\n    JSON.stringify({});\n  }');
    const { status, stderr } = await call('plan', site, '--time-limit', String(limit));
    expect(status).to.equal(1);
    expect(stderr)
      .to.include(`did not finish within ${limit} s`)
      .and.to.match(/site\.ts:[34]:/);
  }).timeout(300_000);

  it('is terminated if it waits for something that never happens', async () => {
    const site = await command.write('stuck.ts', `await new Promise(() => {});\nexport default 1;\n`);
    const { status, stderr } = await call('plan', site);
    expect(status).to.equal(1);
    expect(stderr).to.include('waits for a promise that never settles');
  });

  it('may leave an unreferenced timer behind, which does not keep the command running', async () => {
    const site = await command.manifest('  setInterval(() => {}, 1000).unref();');
    expect(await call('check', site)).to.include({ status: 0 });
  });
});
