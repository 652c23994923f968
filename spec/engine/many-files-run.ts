// Run by killed.feature.spec.ts in a process of its own: writes many files with a new content, and may be killed meanwhile.
import { compile, manifest } from '../../src/catalog/index.js';
import { run } from '../../src/engine/run.js';
import { LocalHost } from '../../src/hosts/local/local-host.js';
import { File, FileLine, IniSetting } from '../../src/resources/index.js';

const [folder = '', round = ''] = process.argv.slice(2);
const catalog = await compile(
  manifest((site) => {
    for (let number = 0; number < 20; number++) {
      new File(site, `${folder}/file${number}`, { content: `${round}\n`.repeat(20_000) });
      new FileLine(site, `line ${number}`, {
        path: `${folder}/lines${number % 4}`,
        line: `${number}`,
        after: '^0$',
      });
      new IniSetting(site, `setting ${number}`, {
        path: `${folder}/settings${number % 4}`,
        setting: `s${number}`,
        value: round,
      });
    }
  }),
);
process.stdout.write('begins\n');
const { summary } = await run(catalog, new LocalHost({ lockFile: `${folder}.lock` }), {
  stateDirectory: `${folder}/state`,
});
process.stdout.write(`failed ${summary.failed}\n`);
