import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { encryptFile } from '../../src/data/hierarchy/encrypted-files.js';
import { openHierarchy } from '../../src/data/hierarchy/index.js';
import { generateIdentity } from '../../src/data/hierarchy/secrets/age-encryption.js';
import { loadManifest } from '../../src/manifest/index.js';
import { platforms } from '../../src/testing/index.js';

const manifests = fileURLToPath(new URL('../../manifests/', import.meta.url));

describe('the data of the manifests', () => {
  let folder: string;
  let identity: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'glance-apply-manifests-'));
    cpSync(join(manifests, 'data'), folder, { recursive: true });
    const made = await generateIdentity();
    identity = made.identity;
    writeFileSync(join(folder, 'recipients.txt'), `${made.recipient}\n`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of readdirSync(join(manifests, 'data')).filter((one) => !one.endsWith('.md'))) {
    it(`is all that ${name}.ts asks for, and all of it is used`, async () => {
      const file = join(folder, name, 'common.yaml');
      expect(readFileSync(file, 'utf8')).to.not.match(/password: (?!GENERATE\[)/);
      await encryptFile(file, { environment: {} });
      const [platform] = platforms(name.startsWith('centos7') ? 'centos-7' : 'debian-12');
      const facts = platform?.facts ?? {};
      const data = await openHierarchy(join(folder, name), {
        facts,
        processEnvironment: { GLANCE_APPLY_IDENTITY: identity },
      });
      const catalog = await (await loadManifest(join(manifests, `${name}.ts`))).compile({ facts, data });
      expect(catalog.resources).to.not.have.length(0);
      expect(data.unused().map(({ key }) => key)).to.deep.equal([]);
    });
  }
});
