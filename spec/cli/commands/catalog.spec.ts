import { expect } from 'chai';
import { CommandLine } from '../command-line.js';

describe('catalog', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  const body = `  const a = new File(site, '/a', { content: secret('open sesame') });\n  new File(site, '/b', { require: a });`;
  const compile = async (...options: string[]) =>
    command.call('catalog', await command.manifest(body, 'File, secret'), '--time-limit', '0', ...options);

  it("prints Puppet's format, with secrets in clear only on request", async () => {
    const { status, stdout } = await compile();
    expect(status).to.equal(0);
    expect(JSON.parse(stdout).resources.map(({ title }: { title: string }) => title)).to.include('/a');
    expect(stdout).not.to.include('open sesame');
    expect((await compile('--show-secrets')).stdout).to.include('open sesame');
  });

  it('prints the graph', async () => {
    const { stdout } = await compile('--format', 'dot');
    expect(stdout)
      .to.match(/^digraph catalog \{/)
      .and.to.include('[label = "File[/a]"]');
    expect(stdout)
      .to.match(/r1 -> r2 \[style = solid\]/)
      .and.not.to.include('open sesame');
  });

  it('prints titles without secrets and without escape sequences', async () => {
    const site = await command.manifest(
      `  new Notify(site, 'with open sesame in it\\x1b]0;\\x9b', { message: secret('open sesame') });`,
      'Notify, secret',
    );
    const { stdout } = await command.call('catalog', site, '--time-limit', '0', '--format', 'dot');
    expect(stdout).to.contain('[label = "Notify[with [redacted] in it\\\\e]0;\\\\x9b]"]');
  });

  it('creates an HTML page', async () => {
    const { stdout } = await compile('--format', 'html');
    expect(stdout)
      .to.match(/^<!doctype html>/)
      .and.to.contain('<h1>site.ts</h1>');
    expect(stdout).not.to.include('open sesame');
  });
});
