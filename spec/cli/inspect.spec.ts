import { chmod } from 'node:fs/promises';
import { expect } from 'chai';
import { manifestCode } from '../../src/cli/manifest-code.js';
import { GlanceApiConfig } from '../../src/resources/index.js';
import { CommandLine } from './command-line.js';

describe('inspect', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  it('prints what the host has as a manifest that checks, and that has nothing to change', async () => {
    const file = await command.write("it's a file", '');
    await chmod(file, 0o640);
    const { status, stdout } = await command.call('inspect', 'File', file);
    expect(status).to.equal(0);
    expect(stdout)
      .to.include(`new File(site, '${file.replace("'", "\\'")}', {\n    ensure: 'file',`)
      .and.to.include(`mode: '0640'`);
    const site = await command.write('inspected.ts', stdout);
    expect(await command.call('check', site, '--time-limit', '0')).to.include({ status: 0, stderr: '' });
    expect((await command.call('plan', site, '--time-limit', '0')).stdout).to.match(/^plan: 1 as wanted/);
  });

  it('says that a thing is absent', async () => {
    expect((await command.call('inspect', 'file', '/no/such/file')).stdout).to.include(`ensure: 'absent'`);
  });

  it('takes secrets from the environment and never prints them', () => {
    const states = new Map([
      ['DEFAULT/debug', { ensure: 'present', value: ['true'] }],
      ['keystone_authtoken/password', { ensure: 'present', value: ['hunter2'] }],
      ['database/connection', { ensure: 'present', value: ['mysql://glance:hunter2@db/glance'] }],
    ]);
    const code = manifestCode(GlanceApiConfig.definition as never, states);
    expect(code)
      .to.include(`value: 'true'`)
      .and.to.include(`value: secret.env('KEYSTONE_AUTHTOKEN_PASSWORD')`);
    expect(code).to.include(`import { manifest, secret, GlanceApiConfig } from 'glance-apply';`);
    expect(code).not.to.include('hunter2');
  });

  it('refuses what it does not know or cannot list', async () => {
    expect((await command.call('inspect', 'fil')).stderr).to.include(`hint: did you mean 'file'?`);
    expect(await command.call('inspect', 'exec')).to.include({ status: 1 });
  });
});
