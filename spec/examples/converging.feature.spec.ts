import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { loadManifest } from '../../src/manifest/index.js';
import { converge, type PlatformName, platforms } from '../../src/testing/index.js';
import { casesOf } from '../parity/cases.js';
import { compileCase } from '../parity/compile-case.js';

/** Where a manifest is at home, if not everywhere. */
const homes: Readonly<Record<string, readonly PlatformName[]>> = { 'centos7-newton.ts': ['centos-7'] };

for (const folder of ['examples', 'manifests']) {
  const path = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  describe(`on a simulated host, everything in ${folder}/`, () => {
    const set: string[] = [];
    afterEach(() => {
      for (const variable of set.splice(0)) delete process.env[variable];
    });

    for (const file of readdirSync(path).filter((name) => /\.(ts|yaml)$/.test(name))) {
      for (const { name, facts } of platforms(
        ...(homes[file] ?? ['debian-12', 'ubuntu-24.04', 'centos-9']),
      )) {
        it(`does what was planned, and changes nothing in a second run: ${file} on ${name}`, async () => {
          for (const variable of variablesOf(`${path}/${file}`)) {
            if (process.env[variable] === undefined) set.push(variable);
            process.env[variable] ??= 'of-the-specs';
          }
          const catalog = await (await loadManifest(`${path}/${file}`)).compile({ facts });
          expect(catalog).to.compile.with.allDependencies();
          const run = await expect(catalog).to.converge();
          expect(run.changed).not.to.deep.equal([]);
        });
      }
    }
  });
}

describe('on a simulated host, every node that Puppet compiled for comparison', () => {
  // What they run has no condition: neither Puppet's class nor the dummy of its spec gives it one.
  const runEveryTime = /^Exec\[(execute glance-api validation|dummy-glance-multistore-http)\]$/;

  for (const node of [...casesOf('newton'), ...casesOf('zed')]) {
    it(`does what was planned, and changes nothing in a second run: ${node.name}`, async () => {
      const catalog = await compileCase(node);
      if (catalog.resources.some(({ reference }) => runEveryTime.test(reference))) {
        const first = await converge(catalog);
        const second = await first.again();
        expect(first.failed).to.deep.equal([]);
        expect(second.changed.filter((reference) => !runEveryTime.test(reference))).to.deep.equal([]);
      } else {
        await expect(catalog).to.converge();
      }
    });
  }
});

/** The environment variables that a manifest takes secrets from. */
function variablesOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/secret\.env\('(\w+)'\)/g)].map(([, name]) => name ?? '');
}
