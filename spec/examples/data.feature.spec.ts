import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { checkData } from '../../src/catalog/check-data.js';
import { vocabulary } from '../../src/classes/vocabulary.js';
import { encryptFile } from '../../src/data/hierarchy/encrypted-files.js';
import { type Hierarchy, openHierarchy } from '../../src/data/hierarchy/index.js';
import { generateIdentity } from '../../src/data/hierarchy/secrets/age-encryption.js';
import { buildGraph } from '../../src/engine/graph/build-graph.js';
import { loadManifest } from '../../src/manifest/index.js';
import { reveal } from '../../src/secrets/secret.js';

const example = fileURLToPath(new URL('../../examples/data/', import.meta.url));
const facts = {
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

describe('the example of data', () => {
  let folder: string;
  let data: Hierarchy;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'glance-apply-example-'));
    cpSync(example, folder, { recursive: true });
    const { identity, recipient } = await generateIdentity();
    writeFileSync(join(folder, 'recipients.txt'), `${recipient}\n`);
    await encryptFile(join(folder, 'data/secrets.yaml'), { environment: {} });
    data = await openHierarchy(join(folder, 'data'), {
      facts,
      processEnvironment: { GLANCE_APPLY_IDENTITY: identity },
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has no secret that anybody could know: they are generated, and encrypted', () => {
    expect(readFileSync(join(example, 'data/secrets.yaml'), 'utf8')).to.not.match(/: (?!GENERATE\[)\S/);
    expect(readFileSync(join(folder, 'data/secrets.yaml'), 'utf8')).to.not.contain('GENERATE');
    expect(reveal(data.lookup('site::glance_password')?.value)).to.match(/^[A-Za-z0-9]{32}$/);
  });

  it('says nothing that the classes would refuse, and nothing that the manifest does not use', async () => {
    expect(checkData(data, vocabulary, 'zed')).to.deep.equal([]);
    const manifest = await loadManifest(join(example, 'site.ts'));
    const catalog = await manifest.compile({ facts, data });
    expect(catalog.warnings).to.deep.equal([]);
    expect(buildGraph(catalog).size).to.be.greaterThan(50);
    expect(data.unused().map(({ key }) => key)).to.deep.equal([]);
  });

  it('gives the node what is its own', () => {
    expect(data.lookup('glance::api::workers')?.value).to.equal(8);
    expect(data.lookup('mysql::server::override_options.mysqld')?.value).to.deep.equal({
      'bind-address': '127.0.0.1',
      max_connections: 1000,
    });
  });
});
