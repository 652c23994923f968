import { writeFile } from 'node:fs/promises';
import { applyProgram } from './support/glance-apply.js';
import type { Benchmark, Side } from './support/measurement.js';
import { measureTime, type Program } from './support/process.js';
import { puppetProgram, puppetSide } from './support/puppet.js';
import type { Workspace } from './support/workspace.js';

const SETTINGS = 5000;
const SECTIONS = 50;
const RUNS = 5;

/** Puppet needs minutes for one run. */
const PUPPET_RUNS = 1;

/** Many settings of one file, all in sync or all changing. */
export const iniSettings: Benchmark = async (workspace) => {
  const path = await workspace.write('settings.ini', content('desired'));
  const ours = await workspace.write('settings.ts', ourManifest(path));
  const theirs = await workspace.write('settings.pp', puppetManifest(path));
  // The manifest is in the cache when the time is measured.
  measureTime(applyProgram(workspace, ours));

  const sides = (changes: boolean, value: string) => ({
    ours: before(path, value, {
      name: 'glance-apply',
      runs: RUNS,
      sample: async () => measureTime(applyProgram(workspace, ours, { changes })),
    }),
    reference: puppetReference(workspace, theirs, path, value, changes),
  });
  return [
    {
      work: `${SETTINGS} ini settings in sync, against puppet apply`,
      ...sides(false, 'desired'),
      bounds: [{ kind: 'faster', times: 100 }],
    },
    {
      work: `${SETTINGS} ini settings all changing, against puppet apply`,
      ...sides(true, 'another'),
      bounds: [{ kind: 'faster', times: 100 }],
    },
  ];
};

function puppetReference(
  workspace: Workspace,
  manifest: string,
  path: string,
  value: string,
  changes: boolean,
): Side | string {
  const program: Program = puppetProgram(workspace, manifest, { changes });
  const side = puppetSide(PUPPET_RUNS, program, ['inifile']);
  return typeof side === 'string' ? side : before(path, value, side);
}

/** Writes the same values to the file before each run. */
function before(path: string, value: string, side: Side): Side {
  return {
    ...side,
    async sample() {
      await writeFile(path, content(value));
      return side.sample();
    },
  };
}

function content(value: string): string {
  const sections = Array.from({ length: SECTIONS }, (_, section) => {
    const settings = Array.from(
      { length: SETTINGS / SECTIONS },
      (_, setting) => `setting_${setting} = ${value} ${setting}`,
    );
    return [`[section_${section}]`, ...settings, ''].join('\n');
  });
  return sections.join('\n');
}

function ourManifest(path: string): string {
  return `import { IniSetting, manifest } from 'glance-apply';

export default manifest((site) => {
  for (let section = 0; section < ${SECTIONS}; section++) {
    for (let setting = 0; setting < ${SETTINGS / SECTIONS}; setting++) {
      new IniSetting(site, \`\${section} \${setting}\`, {
        path: ${JSON.stringify(path)},
        section: \`section_\${section}\`,
        setting: \`setting_\${setting}\`,
        value: \`desired \${setting}\`,
      });
    }
  }
});
`;
}

function puppetManifest(path: string): string {
  return `Integer[0, ${SECTIONS - 1}].each |$section| {
  Integer[0, ${SETTINGS / SECTIONS - 1}].each |$setting| {
    ini_setting { "\${section} \${setting}":
      ensure  => present,
      path    => '${path}',
      section => "section_\${section}",
      setting => "setting_\${setting}",
      value   => "desired \${setting}",
    }
  }
}
`;
}
