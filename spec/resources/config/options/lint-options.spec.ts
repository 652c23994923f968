import { expect } from 'chai';
import { type Catalog, compile, manifest, type Scope } from '../../../../src/catalog/index.js';
import { readNode } from '../../../../src/catalog/node/index.js';
import * as glance from '../../../../src/classes/glance/index.js';
import { vocabulary } from '../../../../src/classes/vocabulary.js';
import { releases } from '../../../../src/data/releases.js';
import { GlanceApiConfig } from '../../../../src/resources/glance/config/glance-api-config.js';
import { secret } from '../../../../src/secrets/secret.js';
import { debian } from '../../../classes/glance/node.js';
import { casesOf } from '../../../parity/cases.js';
import { compileCase } from '../../../parity/compile-case.js';

const optionsOf = ({ warnings }: Catalog) => warnings.filter(({ code }) => code.startsWith('option.'));

async function warned(body: (site: Scope) => void, release = 'zed') {
  return optionsOf(await compile(manifest(body), { release, facts: debian }));
}

describe('Options of Glance in a catalog', () => {
  it('that the release does not have are warned of, at the line of the manifest', async () => {
    const [warning, ...others] = await warned(
      (site) => new GlanceApiConfig(site, 'DEFAULT/ble_v1_api', { value: false }),
      'newton',
    );
    expect(warning).to.deep.include({ code: 'option.unknown', severity: 'warning' });
    expect(warning?.message).to.match(
      /^Glance_api_config\[DEFAULT\/ble_v1_api\]: glance-api.conf of newton has no/,
    );
    expect(warning?.hint).to.equal("did you mean 'enable_v1_api'?");
    expect(warning?.location?.file).to.contain('lint-options.spec.ts');
    expect(others).to.deep.equal([]);
  });

  it('are reported at the line of the value in the data', async () => {
    const yaml = [
      'resources:',
      '  glance_api_config:',
      '    DEFAULT/bind_port:',
      '      secret: false',
      '      value: 70000',
      '',
    ].join('\n');
    const node = await readNode(yaml, { vocabulary, file: 'node.yaml' });
    const [warning] = optionsOf(await compile(node.manifest, { release: 'zed' }));
    expect(warning).to.deep.include({ code: 'option.value' });
    expect(warning?.location).to.include({ file: 'node.yaml', line: 5 });
  });

  it("that a class writes are reported at the class's parameter, where that was set", async () => {
    const yaml = [
      'classes:',
      '  glance::api:',
      '    keystone_password: x',
      '    show_multiple_locations: true',
      '',
    ].join('\n');
    const node = await readNode(yaml, { vocabulary, file: 'node.yaml' });
    const warnings = optionsOf(await compile(node.manifest, { release: 'newton', facts: debian }));
    const warning = warnings.find(({ message }) => message.includes('show_multiple_locations'));
    expect(warning).to.deep.include({ code: 'option.deprecated' });
    expect(warning?.location).to.include({ file: 'node.yaml', line: 4 });
  });

  it("are not reported twice if the class's parameter was reported", async () => {
    const catalog = await compile(
      manifest((site) => {
        new glance.Api(site, { show_multiple_locations: true });
        new glance.api.Authtoken(site, { password: 'x' });
      }),
      { release: 'zed', facts: debian },
    );
    expect(catalog.warnings.map(({ code }) => code)).to.include('attribute.deprecated');
    expect(optionsOf(catalog)).to.deep.equal([]);
  });

  it('that are not written are not looked at', async () => {
    const warnings = await warned((site) => {
      new GlanceApiConfig(site, 'DEFAULT/one', { value: '<SERVICE DEFAULT>' });
      new GlanceApiConfig(site, 'DEFAULT/two', { ensure: 'absent' });
    });
    expect(warnings).to.deep.equal([]);
  });

  it('with values that are secret are never quoted', async () => {
    const warnings = await warned((site) => {
      new GlanceApiConfig(site, 'DEFAULT/bind_port', { value: secret('hidden') });
      new GlanceApiConfig(site, 'DEFAULT/workers', { value: 'hidden', secret: true });
      new GlanceApiConfig(site, 'DEFAULT/wrokers', { value: 'hidden', secret: true });
    });
    expect(warnings).to.have.length(1);
    expect(JSON.stringify(warnings)).not.to.contain('hidden');
  });

  it('of stores are known under whatever name enabled_backends has for them', async () => {
    const warnings = await warned((site) => {
      new glance.Api(site, { enabled_backends: ['fast:rbd', 'slow:file'], default_backend: 'fast' });
      new glance.api.Authtoken(site, { password: 'x' });
      new GlanceApiConfig(site, 'slow/filesystem_store_datadir', { value: '/srv' });
      new GlanceApiConfig(site, 'slow/filesystem_store_datadri', { value: '/srv' });
    });
    expect(warnings.map(({ hint }) => hint)).to.deep.equal(["did you mean 'filesystem_store_datadir'?"]);
  });

  it('that a class writes of itself are fine in every release', async () => {
    for (const release of releases) {
      const catalog = await compile(
        manifest((site) => {
          new glance.Api(site);
          new glance.api.Authtoken(site, { password: 'x' });
        }),
        { release, facts: debian },
      );
      expect(optionsOf(catalog), release).to.deep.equal([]);
    }
  });

  it('are reported if the manifest names them, and not if only the library writes them', async () => {
    const library: string[] = [];
    for (const one of [...casesOf('newton'), ...casesOf('zed')]) {
      const said = JSON.stringify([one.classes, one.resources_declared]);
      for (const { message } of optionsOf(await compileCase(one))) {
        const [, section = '', name = ''] = /\[([^/\]]+)\/([^\]]+)\]/.exec(message) ?? [];
        const parameter = name.split('_').pop() ?? name;
        if (!said.includes(parameter) && !said.includes(section)) library.push(`${one.name}: ${message}`);
      }
    }
    expect(library).to.deep.equal([]);
  });
});
