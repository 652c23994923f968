// Publishes the package: npm run release. With `-- --dry-run`, everything but the upload.
//
// It must run in a CI in which npm can attest the provenance (GitHub Actions with `id-token: write`, GitLab with
// `SIGSTORE_ID_TOKEN`): users can then see the commit and the build of the package with `npm audit signatures`.
// dist/sbom.cdx.json and dist/THIRD-PARTY-NOTICES list what it contains.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { releaseObstacles } from './release-obstacles.mjs';
import { publishedSbom } from './sbom.mjs';
import { tarballProblems } from './tarball-problems.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dryRun = process.argv.includes('--dry-run');

const run = (program, ...args) => execFileSync(program, args, { cwd: root, stdio: 'inherit' });
const output = (program, ...args) => execFileSync(program, args, { cwd: root, encoding: 'utf8' });

const description = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
// Not an error: a repository may have no origin.
const origin = spawnSync('git', ['remote', 'get-url', 'origin'], {
  cwd: root,
  encoding: 'utf8',
}).stdout.trim();
const obstacles = releaseObstacles({
  status: output('git', 'status', '--porcelain'),
  description,
  origin: origin === '' ? undefined : origin,
  environment: process.env,
  changelog: readFileSync(`${root}CHANGELOG.md`, 'utf8'),
  tags: output('git', 'tag', '--list').split('\n'),
});
for (const reason of obstacles) console.error(`${dryRun ? 'a release would fail: ' : ''}${reason}`);
if (obstacles.length > 0 && !dryRun) process.exit(1);
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
const sbom = publishedSbom(JSON.parse(listed), notices, description.name);
writeFileSync(`${root}dist/sbom.cdx.json`, `${JSON.stringify(sbom, null, 2)}\n`);
console.log(`dist/sbom.cdx.json lists ${sbom.components.length} components`);
const [tarball] = JSON.parse(output('npm', 'pack', '--dry-run', '--json', '--ignore-scripts'));
const problems = tarballProblems(tarball, description);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`${tarball.entryCount} files, ${tarball.unpackedSize} bytes unpacked`);
// `prepare` would build again, and delete the SBOM.
run(
  'npm',
  'publish',
  '--ignore-scripts',
  ...(dryRun ? ['--dry-run'] : ['--provenance', '--access', 'public']),
);
if (!dryRun)
  console.log(`published; now: git tag v${description.version} && git push origin v${description.version}`);
