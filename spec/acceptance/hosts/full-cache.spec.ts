import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const program = fileURLToPath(new URL('../../../src/cli/glance-apply.ts', import.meta.url));
const manifest = `import { manifest, Notify } from 'glance-apply';
export default manifest((site) => void new Notify(site, 'loaded'));
`;

/** Loads a manifest where folders are on a full disk that nobody else sees. */
function catalogWithFull(...folders: readonly string[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'glance-apply-cache-'));
  writeFileSync(join(directory, 'site.ts'), manifest);
  const script = `
    mkdir "$1/tmp" "$1/cache"
    for place in $5; do
      mount -t tmpfs -o size=4k tmpfs "$1/$place" || exit 1
      head -c 1000000 /dev/zero > "$1/$place/zero" 2>/dev/null
    done
    cd "$1"
    TMPDIR="$1/tmp" XDG_CACHE_HOME="$1/cache" "$2" --import "$3" "$4" catalog site.ts`;
  const argv = [
    '--mount',
    'sh',
    '-c',
    script,
    'sh',
    directory,
    process.execPath,
    import.meta.resolve('tsx'),
    program,
  ];
  try {
    return execFileSync('unshare', [...argv, folders.join(' ')], { encoding: 'utf8' });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe('a manifest', () => {
  for (const folders of [['cache'], ['cache', 'tmp']]) {
    it(`is loaded where the disk of ${folders.join(' and ')} is full`, () => {
      expect(catalogWithFull(...folders)).to.contain('"loaded"');
    });
  }
});
