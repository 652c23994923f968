// Publishes the package: npm run release. With `-- --dry-run`, all but the upload.
//
// It is meant for a CI that npm can have the origin attested by (GitHub Actions with `id-token: write`, GitLab with
// `SIGSTORE_ID_TOKEN`): whoever installs the package can then see which commit it was built from, and by what, with
// `npm audit signatures`. What is in it is said by dist/sbom.cdx.json and dist/THIRD-PARTY-NOTICES.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedSbom } from './sbom.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dryRun = process.argv.includes('--dry-run');

const run = (program, ...args) => execFileSync(program, args, { cwd: root, stdio: 'inherit' });
const output = (program, ...args) => execFileSync(program, args, { cwd: root, encoding: 'utf8' });

if (output('git', 'status', '--porcelain') !== '') {
  console.error('there are changes that are not committed: what is published has to be in the history');
  process.exit(1);
}
const { name, repository } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
if (repository === undefined && !dryRun) {
  console.error('package.json names no repository: npm holds the origin of the package against it');
  process.exit(1);
}
run('npm', 'ci', '--no-fund');
run('npm', 'run', 'check');
run('npm', 'run', 'build');
const listed = output(
  'npm',
  'sbom',
  '--sbom-format',
  'cyclonedx',
  '--sbom-type',
  'library',
  '--package-lock-only',
);
const notices = readFileSync(`${root}dist/THIRD-PARTY-NOTICES`, 'utf8');
const sbom = publishedSbom(JSON.parse(listed), notices, name);
writeFileSync(`${root}dist/sbom.cdx.json`, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`dist/sbom.cdx.json lists ${sbom.components.length} components`);
// `prepare` would build once more, and take the list away.
run(
  'npm',
  'publish',
  '--ignore-scripts',
  ...(dryRun ? ['--dry-run'] : ['--provenance', '--access', 'public']),
);
