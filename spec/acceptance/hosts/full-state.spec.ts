import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const program = fileURLToPath(new URL('../../../src/cli/glance-apply.ts', import.meta.url));

/** Fills the disk of the state directory after its first change, and notes refreshes and replaces a file after that. */
const manifest = `import { Exec, File, manifest } from 'glance-apply';
export default manifest((site) => {
  const before = new File(site, '/run/work/before', { content: 'before' });
  const fill = new Exec(site, 'fill', {
    command: "/bin/sh -c 'cat /dev/zero > /run/state/fill; touch /run/work/filled'",
    creates: '/run/work/filled',
    require: before,
  });
  new File(site, '/run/work/replaced', { content: 'new', require: fill });
  const after = new File(site, '/run/work/after', { content: 'after', require: fill });
  new Exec(site, 'refresh', {
    command: "/bin/sh -c 'echo refreshed >> /run/work/log'",
    refreshonly: true,
    subscribe: after,
  });
  new File(site, '/run/work/last', { content: '', require: after });
});
`;

/** Runs twice: on the disk that becomes full, and after room was made. Gives what each has said and left. */
function applyTwice(): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'glance-apply-state-'));
  writeFileSync(join(directory, 'site.ts'), manifest);
  const script = `
    mount -t tmpfs tmpfs /run && mkdir /run/work /run/state /run/cache || exit 1
    mount -t tmpfs -o size=64k,mode=700 tmpfs /run/state || exit 1
    printf old > /run/work/replaced
    cd "$1"
    for round in 1 2; do
      XDG_CACHE_HOME=/run/cache "$2" --import "$3" "$4" apply site.ts --state-dir /run/state --ordering relations 2>&1
      echo "exit status $?"
      grep -s . /run/work/*
      rm -f /run/state/fill
      echo =====
    done`;
  const argv = ['--mount', 'sh', '-c', script, 'sh', directory];
  try {
    const output = execFileSync('unshare', [...argv, process.execPath, import.meta.resolve('tsx'), program], {
      encoding: 'utf8',
    });
    return output.split('=====\n');
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe('a run whose state directory becomes full in the middle', () => {
  let first: string;
  let second: string;
  before(() => {
    [first = '', second = ''] = applyTwice();
  });

  it('reports what it has changed, and ends with an error that names the journal and the remedy', () => {
    expect(first).to.match(/created File\[\/run\/work\/before\]/);
    expect(first).to.match(/ran Exec\[fill\]/);
    expect(first.replace(/\s+/g, ' ')).to.include(
      'nothing was changed, because the refreshes that follow cannot be recorded: cannot append to /run/state/journal.ndjson: its file system is full; free some space',
    );
    expect(first).to.match(/error: cannot write\s+\/run\/state\/report\.json/);
    expect(first).to.include('exit status 4');
  });

  it('changes nothing whose refresh could not be noted, nor what could not be backed up', () => {
    expect(first).to.match(/\/run\/work\/replaced:old\n/);
    expect(first).not.to.include('/run/work/after:');
    expect(first).not.to.include('/run/work/log:');
  });

  it('is completed by the next run, with the refresh', () => {
    expect(second).to.match(/created File\[\/run\/work\/after\]/);
    expect(second).to.match(/\/run\/work\/log:refreshed\n/);
    expect(second).to.match(/\/run\/work\/replaced:new\n/);
    expect(second).to.include('exit status 0');
  });
});
