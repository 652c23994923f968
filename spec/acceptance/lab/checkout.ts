import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { labDirectory } from './base-image.js';
import { command, must } from './command.js';
import type { LabHost } from './lab-host.js';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** Where a host sees the checkout that `builtCheckout` made. */
export const checkoutInHost = '/opt/glance-apply';

const folder = join(labDirectory, 'checkout');

/**
 * A clean checkout of the last commit, installed and built before the first spec of a run: hosts see it
 * read-only, as an administrator's shared folder.
 */
export async function builtCheckout(): Promise<string> {
  await access(join(folder, 'dist/glance-apply.js'));
  return folder;
}

/** Puts a clean checkout into a host, as `git clone` would, with nothing installed. */
export async function cloneInto(host: LabHost, folder: string): Promise<void> {
  await must(['mkdir', '-p', join(host.root, folder)]);
  await unpackInto(join(host.root, folder));
}

/** Makes it anew. */
export async function makeCheckout(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await unpackInto(folder);
  await must(['npm', 'ci', '--no-audit', '--no-fund'], { directory: folder });
  await builtCheckout();
}

/** What was committed last, as somebody would get it who clones; all of the sources, where they are no clone. */
async function unpackInto(folder: string): Promise<void> {
  const archive = join(labDirectory, `checkout-${process.pid}.tar`);
  const committed = ['-C', repository, 'archive', '--format=tar', `--output=${archive}`, 'HEAD'];
  // Whoever owns the clone: nothing of it is run by this.
  const { status } = await command(['git', '-c', 'safe.directory=*', ...committed]).catch(() => ({
    status: 1,
  }));
  if (status !== 0) {
    const made = ['node_modules', 'dist', '.git'].map((name) => `--exclude=./${name}`);
    await must(['tar', '-C', repository, ...made, '-cf', archive, '.']);
  }
  await must(['tar', '-C', folder, '-xf', archive]);
  await rm(archive);
}
