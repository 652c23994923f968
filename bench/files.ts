import { applyProgram } from './support/glance-apply.js';
import type { Benchmark } from './support/measurement.js';
import { measureTime } from './support/process.js';
import { puppetProgram, puppetSide } from './support/puppet.js';

const FILES = 5000;
const RUNS = 5;

/** Many files, all in sync. */
export const files: Benchmark = async (workspace) => {
  const folder = workspace.file('files');
  for (let i = 0; i < FILES; i++) await workspace.write(`files/${i}`, `Content of file ${i}.\n`);
  const ours = await workspace.write(
    'files.ts',
    `import { File, manifest } from 'glance-apply';

export default manifest((site) => {
  for (let i = 0; i < ${FILES}; i++) {
    new File(site, \`${folder}/\${i}\`, { ensure: 'file', mode: '0644', content: \`Content of file \${i}.\\n\` });
  }
});
`,
  );
  const theirs = await workspace.write(
    'files.pp',
    `Integer[0, ${FILES - 1}].each |$i| {
  file { "${folder}/\${i}": ensure => file, mode => '0644', content => "Content of file \${i}.\\n" }
}
`,
  );
  const program = applyProgram(workspace, ours);
  measureTime(program);
  return [
    {
      work: `${FILES} files in sync, against puppet apply`,
      ours: { name: 'glance-apply', runs: RUNS, sample: async () => measureTime(program) },
      reference: puppetSide(RUNS, puppetProgram(workspace, theirs)),
      bounds: [{ kind: 'faster', times: 20 }],
    },
  ];
};
