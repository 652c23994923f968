import { expect } from 'chai';
import { CommandLine } from '../command-line.js';

describe('explain', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  const body = `  const a = new File(site, '/a', { content: secret('open sesame') });
  new Service(site, 'web', { ensure: 'running', subscribe: a });`;
  const explain = async (...words: string[]) =>
    command.call(
      'explain',
      await command.manifest(body, 'File, Service, secret'),
      ...words,
      '--time-limit',
      '0',
    );

  it('explains the declaration, the values, the order and the refreshes of a resource', async () => {
    const { status, stdout } = await explain('Service[web]');
    expect(status).to.equal(0);
    expect(stdout).to.match(/declared by the manifest at .*site\.ts:4:3/);
    expect(stdout).to.match(/ensure = running\n\s+given at site\.ts:4/);
    expect(stdout).to.match(/Applied before it\n {2}File\[\/a\]\n {4}~> Service\[web\] by subscribe at /);
    expect(stdout).to.match(/Refreshed by\n {2}File\[\/a\]/);
    for (const line of stdout.split('\n')) expect(line.length, line).to.be.at.most(80);
  });

  it('accepts a title alone, and redacts secrets', async () => {
    const { stdout } = await explain('/a');
    expect(stdout).to.contain('content = [redacted]').and.not.to.contain('open sesame');
  });

  it('suggests the nearest name for a typing error', async () => {
    const { status, stderr } = await explain('Service[wbe]');
    expect(status).to.equal(1);
    expect(stderr).to.contain("did you mean 'Service[web]'?");
  });

  it('prints the same as JSON', async () => {
    const { stdout } = await explain('Service[web]', '--json');
    expect(JSON.parse(stdout).refreshedBy[0]).to.deep.include({ resource: 'File[/a]' });
  });
});
