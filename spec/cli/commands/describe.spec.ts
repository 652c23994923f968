import { expect } from 'chai';
import { listDocumentedTypes } from '../../../src/cli/documented-types.js';
import * as library from '../../../src/index.js';
import { CommandLine } from '../command-line.js';

describe('describe', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  it('lists everything that is documented', async () => {
    const { status, stdout } = await command.call('describe');
    expect(status).to.equal(0);
    expect(stdout)
      .to.match(/^Types \(\d+\)\n/)
      .and.to.include('\n  glance_api_config')
      .and.to.include('\n  glance::api ');
    expect((await command.call('describe', '--match', 'rbd')).stdout).not.to.include('glance_api_config');
  });

  it('accepts the spelling of Puppet and that of a manifest', async () => {
    const { stdout } = await command.call('describe', 'glance_api_config');
    expect(stdout).to.include('value').and.to.include('in a manifest: GlanceApiConfig');
    for (const name of ['GlanceApiConfig', 'Glance_api_config', '::glance_api_config']) {
      expect((await command.call('describe', name)).stdout).to.equal(stdout);
    }
    expect((await command.call('describe', 'glance.Api')).stdout).to.match(/^glance::api {2}a class/);
  });

  it('shows the example of a type', async () => {
    const { stdout } = await command.call('describe', 'mailalias');
    expect(stdout).to.match(/^Example\n {2}new Mailalias\(site, 'postmaster', /m);
    expect(JSON.parse((await command.call('describe', 'mailalias', '--json')).stdout)[0].example).to.match(
      /^new Mailalias\(site, 'postmaster', .*\);$/,
    );
  });

  it('suggests the nearest name', async () => {
    const { status, stderr } = await command.call('describe', 'glance::apii');
    expect(status).to.equal(1);
    expect(stderr).to.include(`hint: did you mean 'glance::api'?`);
  });

  it('documents diagnostic codes, which errors show', async () => {
    const { status, stderr } = await command.call('describe', 'glance::apii');
    expect(status).to.equal(1);
    expect(stderr).to.include('[describe.unknown]');
    const { stdout } = await command.call('describe', 'describe.unknown');
    expect(stdout).to.match(/^describe\.unknown {2}a diagnostic code\n\nCause\n {2}\w.*\n\nRemedy\n {2}\w/);
    expect(JSON.parse((await command.call('describe', 'describe.unknown', '--json')).stdout)[0]).to.include({
      name: 'describe.unknown',
      kind: 'code',
    });
    const all = await command.call('describe', '--match', 'describe.');
    expect(all.stdout).to.match(/^Diagnostic codes \(1\)\n {2}describe\.unknown /);
    expect((await command.call('describe', 'describe.unknwon')).stderr).to.include(
      "hint: did you mean 'describe.unknown'?",
    );
  });

  it('prints the schema of every attribute for programs', async () => {
    const { stdout } = await command.call('describe', 'package', '--json');
    expect(JSON.parse(stdout)[0]).to.nested.include({
      kind: 'type',
      typescript: 'Package',
      'attributes.name.role': 'title',
    });
  });

  it('uses the names that the library exports', () => {
    const wrong = listDocumentedTypes(library.vocabulary).filter(({ typescript, definition }) => {
      let found: unknown = library;
      for (const part of typescript.split('.'))
        found = (found as Record<string, unknown> | undefined)?.[part];
      return (found as { definition?: unknown } | undefined)?.definition !== definition;
    });
    expect(wrong.map(({ definition, typescript }) => `${definition.name} as ${typescript}`)).to.deep.equal(
      [],
    );
  });
});
