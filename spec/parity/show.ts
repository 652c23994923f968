/**
 * Prints how this library's catalog differs from Puppet's, for the cases whose names contain a word:
 * `node --import tsx spec/parity/show.ts zed-api-full`
 */
import { toPuppetCatalog } from '../../src/catalog/puppet-format/index.js';
import { messageOf } from '../../src/errors/glance-apply-error.js';
import { casesOf } from './cases.js';
import { compileCase } from './compile-case.js';
import { differences } from './differences.js';

const [word = '', mode = ''] = process.argv.slice(2);
let equal = 0;
let all = 0;
for (const one of [...casesOf('newton'), ...casesOf('zed')]) {
  if (!one.name.includes(word)) continue;
  all += 1;
  try {
    const catalog = toPuppetCatalog(await compileCase(one), { showSecrets: true });
    if (mode === '--json') console.log(JSON.stringify(catalog, null, 1));
    const lines = differences(one.catalog, catalog);
    if (lines.length === 0) equal += 1;
    else
      console.log(
        [
          `${one.name}: ${lines.length} differences`,
          ...lines.slice(0, mode === '--all' ? undefined : 12),
        ].join('\n  '),
      );
  } catch (error) {
    console.log(`${one.name}: ${messageOf(error).split('\n').slice(0, 12).join('\n  ')}`);
  }
}
if (mode !== '--json') console.log(`${equal} of ${all} equal`);
