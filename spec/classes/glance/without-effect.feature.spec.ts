import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import * as glance from '../../../src/classes/glance/index.js';
import { apiSetting, nodeOf, said, warningsOf } from './node.js';

describe('A parameter of glance::api that has no effect in Zed', () => {
  const given = {
    validate: true,
    validation_options: { 'glance-api': { command: 'true' } },
    scrub_time: 60,
    cert_file: '/etc/glance/cert.pem',
    key_file: '/etc/glance/key.pem',
    ca_file: '/etc/glance/ca.pem',
    cache_prefetcher_interval: 300,
  } as const;
  const apiWith = (parameters: ConstructorParameters<typeof glance.Api>[1]) =>
    nodeOf((site: Scope) => new glance.Api(site, { auth_strategy: 'noauth', ...parameters }), 'zed');

  for (const [name, value] of Object.entries(given)) {
    it(`is accepted with a warning: ${name}`, async () => {
      const catalog = await apiWith({ [name]: value });
      expect(warningsOf(catalog).join('\n')).to.contain(
        `the parameter '${name}' has no effect in zed and is ignored (`,
      );
      const without = await apiWith({});
      expect(catalog.resources.map(({ title }) => title)).to.deep.equal(
        without.resources.map(({ title }) => title),
      );
      expect(apiSetting(catalog, `DEFAULT/${name}`)).to.equal(undefined);
    });
  }

  it('has its option removed from the file, if an older release wrote it', async () => {
    const catalog = await apiWith(given);
    for (const name of ['scrub_time', 'cache_prefetcher_interval'])
      expect(said(catalog, 'glance_api_config', `DEFAULT/${name}`)).to.include({ ensure: 'absent' });
  });
});
