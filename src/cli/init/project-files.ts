import { manifestFile } from './manifest-file.js';
import { buildPackageFile, type Project } from './package-file.js';
import { specFile } from './spec-file.js';

const compilerOptions = {
  target: 'es2023',
  module: 'nodenext',
  types: ['node', 'mocha'],
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

const tests = { 'node-option': ['import=tsx'], spec: 'spec/**/*.spec.ts' };

const data = `# Values that differ between nodes. Class parameters are looked up here, as in Hiera: first in
# nodes/FQDN.yaml, then in os/Debian-12.yaml and os/Debian.yaml, and finally in this file.
glance::api::bind_host: 127.0.0.1
glance::api::workers: 2
`;

/** Builds the files of a new project, by path. */
export function buildProjectFiles(project: Project): Readonly<Record<string, string>> {
  return {
    'package.json': asJson(buildPackageFile(project)),
    'tsconfig.json': asJson({ compilerOptions, include: ['manifests', 'spec'] }),
    '.mocharc.json': asJson(tests),
    '.gitignore': 'node_modules/\n',
    'manifests/site.ts': manifestFile,
    'data/common.yaml': data,
    'spec/site.spec.ts': specFile,
  };
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
