import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { buildGraph } from '../../src/engine/graph/graph.js';
import { loadManifest } from '../../src/manifest/index.js';

const debian = {
  os: { name: 'Debian', family: 'Debian', release: { major: '12', full: '12.5' } },
  networking: {
    hostname: 'controller',
    fqdn: 'controller.example.com',
    domain: 'example.com',
    ip: '192.0.2.11',
  },
  processors: { count: 2 },
  package_provider: 'apt',
  service_provider: 'systemd',
};

/** Secrets that the examples take from the environment. */
const environment = { GLANCE_PASSWORD: 'of the specs' };

for (const folder of ['examples', 'manifests']) {
  const path = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  describe(`everything in ${folder}/`, () => {
    before(() => Object.assign(process.env, environment));
    after(() => {
      for (const name of Object.keys(environment)) delete process.env[name];
    });

    for (const file of readdirSync(path).filter((name) => name.endsWith('.ts'))) {
      it(`compiles without a warning, in an order that can be applied: ${file}`, async () => {
        const catalog = await (await loadManifest(`${path}/${file}`)).compile({ facts: debian });
        expect(catalog.warnings).to.deep.equal([]);
        expect(buildGraph(catalog).size).to.be.greaterThan(2);
        for (const { reference, place } of catalog.resources.slice(1))
          expect(place?.file, reference).to.contain(file);
      });
    }
  });
}
