/** The specs of a new project, with an example of each kind of assertion. */
export const specFile = `import { expect } from 'chai';
import { File, glance, GlanceApiConfig, Package, Service } from 'glance-apply';
import { compile, converge, coverage, platforms } from 'glance-apply/testing';
import manifest from '../manifests/site.js';

const data = new URL('../data', import.meta.url);

before(() => coverage.start());
// The percentage of the declared resources that the specs must name.
after(() => coverage.atLeast(50));

for (const platform of platforms('debian-12', 'ubuntu-24.04')) {
  describe(\`site on \${platform.name}\`, () => {
    it('compiles with all dependencies', async () => {
      const catalog = await compile(manifest, { platform, data });
      expect(catalog).to.compile.with.allDependencies();
      expect(catalog).to.contain(glance.Api).with({ workers: 2 });
    });

    it('binds the API to the address in the data, and restarts it when the address changes', async () => {
      const catalog = await compile(manifest, { platform, data: { 'glance::api::bind_host': '192.0.2.11' } });
      expect(catalog).to.contain(GlanceApiConfig, 'DEFAULT/bind_host').with({ value: '192.0.2.11' });
      expect(catalog).to.contain(Service, 'glance-api').that.subscribesTo(GlanceApiConfig, 'DEFAULT/bind_host');
    });

    it('creates the image directory after the packages and before the service', async () => {
      const catalog = await compile(manifest, { platform, data });
      expect(catalog)
        .to.contain(File, '/var/lib/glance/images')
        .with({ owner: 'glance', mode: '0750' })
        .that.requires(Package, 'glance-api')
        .and.comesBefore(Service, 'glance-api');
    });

    it('converges as planned, and changes nothing in a second run', async () => {
      await expect(await compile(manifest, { platform, data })).to.converge();
    });

    it('does not start the service if its packages cannot be installed', async () => {
      const catalog = await compile(manifest, { platform, data });
      const run = await converge(catalog, { fail: [Package.ref('glance-api')] });
      expect(run).to.have.skipped(Service, 'glance-api');
    });
  });
}
`;
