// Run by killed.feature.spec.ts in a process of its own, which it does not survive the first time.
import { compile, manifest } from '../../src/catalog/index.js';
import { run } from '../../src/engine/run.js';
import { LocalHost } from '../../src/hosts/local/local-host.js';
import { Exec } from '../../src/resources/exec/exec.js';
import { File } from '../../src/resources/file/file.js';

const folder = process.argv[2] as string;
const catalog = await compile(
  manifest((site) => {
    new File(site, `${folder}/config`, { content: 'wanted\n', notify: Exec.ref('restart') });
    new Exec(site, 'murder', {
      command: ['/bin/sh', '-c', 'kill -9 $PPID'],
      creates: `${folder}/mercy`,
      require: File.ref(`${folder}/config`),
      before: Exec.ref('restart'),
    });
    new Exec(site, 'restart', {
      command: ['/bin/sh', '-c', `echo restarted >> ${folder}/log`],
      refreshonly: true,
    });
  }),
);
const report = await run(catalog, new LocalHost({ lockFile: `${folder}.lock` }), {
  stateDirectory: `${folder}/state`,
});
process.stdout.write(
  JSON.stringify(
    report.resources.map(({ title, outcome, refreshedBy }) => ({ title, outcome, refreshedBy })),
  ),
);
