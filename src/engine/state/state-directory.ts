import { createHash } from 'node:crypto';
import type { Host } from '../../hosts/host.js';
import { HostError } from '../../hosts/host-error.js';
import { isAnyTemporaryName } from '../../hosts/temporary-name.js';
import { keepInBucket } from './keep-in-bucket.js';
import { makeDirectories } from './make-directories.js';
import { RecordLog } from './record-log.js';

/** Where a host keeps what runs must remember, unless told otherwise. */
export const defaultStateDirectory = '/var/lib/glance-apply';

/**
 * The folder in which runs remember: the journal of refreshes, the ledger, when what has a schedule was last looked at,
 * backups, the last report.
 * Only its owner may look into it. Nothing secret is ever written there.
 */
export class StateDirectory {
  #denied = false;
  readonly #copies = new RecordLog<object>(this, 'backups/index.ndjson', (value) =>
    typeof value === 'object' && value !== null ? value : undefined,
  );

  constructor(
    readonly host: Host,
    readonly path: string = defaultStateDirectory,
  ) {}

  /** Whether this user was refused a file of it. */
  get denied(): boolean {
    return this.#denied;
  }

  /** Makes the folder and those above it, where they are missing. */
  async create(): Promise<void> {
    await makeDirectories(this.host.files, this.path, 0o755);
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
      if (!(content instanceof HostError && content.code === 'EACCES')) throw content;
      this.#denied = true;
      return undefined;
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

  /**
   * Keeps a copy of a file under its checksum, and where and when it was; without a copy, the latter alone. A copy that
   * is there already and was damaged is written again. It goes to the directory of a filebucket where one is given.
   */
  async backup(path: string, content: Buffer | undefined, bucket?: string): Promise<void> {
    const time = new Date().toISOString();
    if (content === undefined) {
      await this.#copies.append([{ time, path, confidential: true }]);
      return;
    }
    const checksum = sha256(content);
    if (bucket !== undefined) {
      await keepInBucket(this.host.files, bucket, { path, content, checksum });
      await this.#copies.append([{ time, path, sha256: checksum, bucket }]);
      return;
    }
    const copy = this.file(`backups/${checksum}`);
    const [known] = await this.host.files.read([copy]);
    if (!Buffer.isBuffer(known) || sha256(known) !== checksum)
      await this.host.files.write(copy, content, { mode: 0o600 });
    await this.#copies.append([{ time, path, sha256: checksum }]);
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

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
