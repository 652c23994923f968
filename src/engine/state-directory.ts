import { createHash } from 'node:crypto';
import type { Host } from '../hosts/host.js';
import { HostError } from '../hosts/host-error.js';
import { isAnyTemporaryName } from '../hosts/temporary-name.js';

/** Where a host keeps what runs must remember, unless told otherwise. */
export const defaultStateDirectory = '/var/lib/glance-apply';

/**
 * The folder in which runs remember: the lock, the journal of refreshes, the ledger, backups, the last report.
 * Only its owner may look into it. Nothing secret is ever written there.
 */
export class StateDirectory {
  constructor(
    readonly host: Host,
    readonly path: string = defaultStateDirectory,
  ) {}

  /** Makes the folder and those above it, where they are missing. */
  async create(): Promise<void> {
    const segments = this.path.split('/').filter(Boolean);
    for (let depth = 1; depth <= segments.length; depth++) {
      const folder = `/${segments.slice(0, depth).join('/')}`;
      const [status] = await this.host.files.status([folder]);
      if (status === undefined) {
        await this.host.files.makeDirectory(folder, { mode: depth === segments.length ? 0o700 : 0o755 });
      }
    }
    await this.#makeFolder('backups');
    await this.#removeLeftovers('');
    await this.#removeLeftovers('backups/');
  }

  file(name: string): string {
    return `${this.path}/${name}`;
  }

  /** The content of one of its files; undefined where there is none, or where this user may not look. */
  async read(name: string): Promise<string | undefined> {
    const [content] = await this.host.files.read([this.file(name)]);
    if (content instanceof Error) {
      if (content instanceof HostError && content.code === 'EACCES') return undefined;
      throw content;
    }
    return content?.toString('utf8');
  }

  async write(name: string, content: string): Promise<void> {
    await this.host.files.write(this.file(name), content, { mode: 0o600, plain: true });
  }

  async append(name: string, content: string): Promise<void> {
    await this.host.files.append(this.file(name), content);
  }

  async remove(name: string): Promise<void> {
    await this.host.files.remove(this.file(name));
  }

  /** Keeps a copy of a file under its checksum, and where and when it was; without a copy, the latter alone. */
  async backup(path: string, content: Buffer | undefined): Promise<void> {
    const time = new Date().toISOString();
    if (content === undefined) {
      await this.append('backups/index.ndjson', `${JSON.stringify({ time, path, confidential: true })}\n`);
      return;
    }
    const checksum = createHash('sha256').update(content).digest('hex');
    const copy = this.file(`backups/${checksum}`);
    const [known] = await this.host.files.status([copy]);
    if (known === undefined) await this.host.files.write(copy, content, { mode: 0o600 });
    const entry = { time, path, sha256: checksum };
    await this.append('backups/index.ndjson', `${JSON.stringify(entry)}\n`);
  }

  /** Runs that were killed while they wrote here: what is in this folder belongs to nobody else. */
  async #removeLeftovers(folder: string): Promise<void> {
    const names = (await this.host.files.list(this.file(folder))) ?? [];
    for (const name of names.filter(isAnyTemporaryName)) await this.remove(`${folder}${name}`);
  }

  async #makeFolder(name: string): Promise<void> {
    const [status] = await this.host.files.status([this.file(name)]);
    if (status === undefined) await this.host.files.makeDirectory(this.file(name), { mode: 0o700 });
  }
}
