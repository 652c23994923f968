import { expect } from 'chai';
import { toPuppetCatalog } from '../../src/catalog/puppet-format/index.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { casesOf, refusedCases } from './cases.js';
import { compileCase } from './compile-case.js';
import { differences } from './differences.js';

describe('Catalogs, compared with those of Puppet 7.23', () => {
  for (const release of ['newton', 'zed'] as const) {
    describe(`with the modules of ${release}`, () => {
      for (const one of casesOf(release)) {
        it(`has the resources, attributes, order and refreshes of ${one.name}`, async () => {
          const catalog = toPuppetCatalog(await compileCase(one), { showSecrets: true });
          expect(differences(one.catalog, catalog)).to.deep.equal([]);
        });
      }
    });
  }

  describe('where Puppet refuses a node', () => {
    for (const one of refusedCases()) {
      it(`refuses ${one.name}, too`, async () => {
        const error: unknown = await compileCase(one).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error, one.puppet_says).to.be.instanceOf(GlanceApplyError);
      });
    }
  });

  it('finds what differs: resources, attributes, order and refreshes', async () => {
    const [one] = casesOf('zed').filter(({ name }) => name === 'zed-api-defaults');
    const { resources, edges } = one?.catalog ?? { resources: [], edges: [] };
    const changed = resources
      .filter(({ title }) => title !== 'glance-manage db_sync')
      .map((resource) => {
        if (resource.title === 'DEFAULT/bind_host')
          return { ...resource, parameters: { value: '192.0.2.1' } };
        if (resource.title === 'glance::config::end') return { ...resource, parameters: {} };
        return resource;
      });
    const found = differences({ resources, edges }, { resources: changed, edges });
    expect(found).to.include('missing  Exec[glance-manage db_sync]');
    expect(found).to.satisfy((lines: string[]) =>
      lines.some((line) => line.startsWith('differs  Glance_api_config[DEFAULT/bind_host] value')),
    );
    expect(found).to.include('refresh  Glance_api_config[DEFAULT/bind_host] -> Service[glance-api] is lost');
  });
});
