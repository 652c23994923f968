import { chmodSync, realpathSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Users that have no account on any machine. */
export const ALICE = 61_234;
export const BOB = 61_235;

/** A directory that each case of a suite gets for itself. */
export interface OwnRoot {
  /** Without links. */
  path: string;
  /** The path of something in it. */
  in(name: string): string;
}

/** Gives each case of a suite a directory of its own. */
export function ownRoot(): OwnRoot {
  const root: OwnRoot = { path: '', in: (name) => join(root.path, name) };
  beforeEach(async () => {
    root.path = realpathSync(await mkdtemp(join(tmpdir(), 'glance-apply-paths-')));
    chmodSync(root.path, 0o755);
  });
  afterEach(() => rm(root.path, { recursive: true, force: true }));
  return root;
}

/** Skips a suite unless this is root, who alone can give files to users. */
export function asRootAlone(): void {
  before(function () {
    if (process.getuid?.() !== 0) this.skip();
  });
}
