import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { CommandLine } from '../command-line.js';

describe('check', () => {
  let command: CommandLine;

  beforeEach(async () => {
    command = await CommandLine.open();
  });

  afterEach(() => command.close());

  const check = (site: string, ...options: string[]) =>
    command.call('check', site, '--time-limit', '0', ...options);

  it('accepts a valid manifest', async () => {
    const { status, stdout, stderr } = await check(
      await command.manifest(`  new Notify(site, 'a');`, 'Notify'),
    );
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(stdout).to.match(/: no faults in 1 resource, types checked by TypeScript /);
  });

  it('reports errors of types and of compilation together', async () => {
    const site = await command.manifest(`  new Notify(site, 'a', { withpath: 'maybe' });`, 'Notify');
    const { status, stderr } = await check(site);
    expect(status).to.equal(1);
    expect(stderr).to.include('is not assignable to type').and.to.include('withpath must be true or false');
    expect(stderr).to.include('at site.ts:3:27').and.to.include('2 errors');
  });

  it('quotes no secret that the manifest contains', async () => {
    const body = `  const login = { password: 'hunter2', shell: 'maybe' } as const;\n  new Notify(site, 'a', { withpath: login.password });`;
    const { status, stderr } = await check(await command.manifest(body, 'Notify'));
    expect(status).to.equal(1);
    expect(stderr.replaceAll(/\s+/g, ' ')).to.include(`'"[redacted]"' is not assignable to type`);
    expect(stderr).not.to.include('"hunter2"');
  });

  it('finds cycles', async () => {
    const ring = `  new Notify(site, 'a', { require: Notify.ref('b') });\n  new Notify(site, 'b', { require: Notify.ref('a') });`;
    const { status, stderr } = await check(await command.manifest(ring, 'Notify'));
    expect(status).to.equal(1);
    expect(stderr).to.match(/Notify\[a\] → Notify\[b\]|Notify\[b\] → Notify\[a\]/);
  });

  it('names the line of an option that the release does not have, and suggests another', async () => {
    const node = join(command.folder, 'node.yaml');
    await writeFile(node, 'resources:\n  glance_api_config:\n    DEFAULT/ble_v1_api: {value: false}\n');
    const { status, stderr } = await check(node, '--release', 'newton');
    expect(status).to.equal(0);
    expect(stderr.replaceAll(/\s+/g, ' '))
      .to.include('warning: ')
      .and.to.include("glance-api.conf of newton has no option 'ble_v1_api' in [DEFAULT]")
      .and.to.include('node.yaml:3')
      .and.to.include("did you mean 'enable_v1_api'?");
    expect(await check(node, '--release', 'newton', '--strict')).to.include({ status: 1 });
  });

  it('accepts warnings, unless it is strict', async () => {
    const site = await command.manifest(`  site.warn('this is odd');`);
    const lenient = await check(site);
    expect(lenient).to.include({ status: 0 });
    expect(lenient.stderr).to.match(/^warning: .*this is odd/);
    const strict = await check(site, '--strict');
    expect(strict).to.include({ status: 1, stdout: '' });
    expect(strict.stderr).to.match(/^error: .*this is odd/);
  });
});
