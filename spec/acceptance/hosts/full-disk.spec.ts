import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const writer = fileURLToPath(new URL('../../hosts/local/programs/write-file.ts', import.meta.url));

/** Writes to a file system of its own, seen by nobody else, that was mounted with the options given. */
function writeOn(options: string, size: number): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'glance-apply-disk-'));
  const script = `
    mount -t tmpfs -o size=256k tmpfs "$1" && printf old > "$1/file" || exit 1
    mount -o remount,$2 "$1" || exit 1
    "$3" --import tsx "$4" "$1/file" "$5"
    ls -A "$1"; wc -c < "$1/file"`;
  const argv = [
    '--mount',
    'sh',
    '-c',
    script,
    'sh',
    directory,
    options,
    process.execPath,
    writer,
    String(size),
  ];
  try {
    return execFileSync('unshare', argv, { encoding: 'utf8' }).trim().split('\n');
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe('writing a file of this machine', () => {
  it('leaves the old content and nothing beside it where the disk is full', () => {
    expect(writeOn('rw', 1_000_000)).to.deep.equal(['ENOSPC', 'file', '3']);
  });

  it('says so where the file system is read-only', () => {
    expect(writeOn('ro', 10)).to.deep.equal(['EROFS', 'file', '3']);
  });

  it('replaces the file where there is room', () => {
    expect(writeOn('rw', 10)).to.deep.equal(['written', 'file', '10']);
  });
});
