import { createHash } from 'node:crypto';
import { type Diagnostic, problem } from '../../errors/diagnostic.js';
import { GlanceApplyError, raise } from '../../errors/glance-apply-error.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { Host } from '../../hosts/host.js';
import { isPermissionDenied } from '../../hosts/system-error.js';
import { isAnyTemporaryName } from '../../hosts/temporary-name.js';
import {
  describeUntrusted,
  findUntrusted,
  findUntrustedWithin,
  type UntrustedPath,
} from '../../hosts/untrusted-path.js';
import { makeDirectories } from './make-directories.js';
import { RecordLog } from './record-log.js';
import { allStateFiles, stateFiles } from './state-files.js';
import { storeInBucket } from './store-in-bucket.js';

/** The default path of the state directory. */
export const defaultStateDirectory = '/var/lib/glance-apply';

/**
 * The directory in which runs store what later runs need: the journal, the ledger, the times at which scheduled
 * resources were last checked, backups, and the last report. Only its owner may read it. It never contains secrets.
 */
export class StateDirectory {
  #denied = false;
  readonly #copies = new RecordLog<object>(this, stateFiles.copies, (value) =>
    typeof value === 'object' && value !== null ? value : undefined,
  );

  constructor(
    readonly host: Host,
    readonly path: string = defaultStateDirectory,
  ) {}

  /** Whether this user was refused access to one of its files. */
  get denied(): boolean {
    return this.#denied;
  }

  /**
   * Refuses a directory, a link, a pipe or a device at the path of one of its files, and anything but a directory at the
   * path of one of its folders: an error at the first change would be too late.
   * @throws {GlanceApplyError} `state.misplaced`, one diagnostic per path.
   */
  async refuseNonFiles(): Promise<void> {
    const { files } = this.host;
    const folders = (await files.resolve([this.path, this.file('backups')])).flatMap((folder) =>
      folder instanceof Error ? [] : [folder.path],
    );
    const names = allStateFiles.map((name) => this.file(name));
    const statuses = await files.status([...folders, ...names]);
    const problems = [...folders, ...names].flatMap((path, index) => {
      const status = statuses[index];
      const expected = index < folders.length ? 'directory' : 'file';
      // A missing file and a denied permission are distinguished when the file is read.
      if (status === undefined || status instanceof Error || status.kind === expected) return [];
      return [misplaced(path, describeKind(status), expected)];
    });
    if (problems.length > 0) throw new GlanceApplyError(problems);
  }

  /**
   * Refuses a directory in which other users can create or replace files: its content is trusted, and some of it is
   * executed.
   * @throws {GlanceApplyError} `state.foreign`
   */
  async refuseForeign(): Promise<void> {
    await this.#refuse(await findUntrustedWithin(this.host.files, this.path));
  }

  /**
   * Creates the directory and those above it, if they are missing.
   * @throws {GlanceApplyError} `state.foreign`, as `refuseForeign` does
   */
  async create(): Promise<void> {
    await this.#refuse(await findUntrusted(this.host.files, this.path));
    await makeDirectories(this.host.files, this.path, 0o755);
    // In a directory such as /tmp, another user may have created it first.
    await this.refuseForeign();
    await this.#createFolder('backups');
    await this.#removeLeftovers('');
    await this.#removeLeftovers('backups/');
  }

  file(name: string): string {
    return `${this.path}/${name}`;
  }

  /** Reads one of its files; undefined if it does not exist, or this user lacks the permission to read it. */
  async read(name: string): Promise<string | undefined> {
    const [content] = await this.host.files.read([this.file(name)]);
    if (content instanceof Error) {
      if (!isPermissionDenied(content)) throw content;
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
   * Stores the content of a file under its checksum, and records its path and the time; without content, only records
   * them. A damaged backup with the same checksum is written again.
   * @param bucket The directory of a filebucket to store the content in.
   */
  async backup(path: string, content: Buffer | undefined, bucket?: string): Promise<void> {
    const time = new Date().toISOString();
    if (content === undefined) {
      await this.#copies.append([{ time, path, confidential: true }]);
      return;
    }
    const checksum = sha256(content);
    if (bucket !== undefined) {
      await storeInBucket(this.host.files, bucket, { path, content, checksum });
      await this.#copies.append([{ time, path, sha256: checksum, bucket }]);
      return;
    }
    const copy = this.file(`backups/${checksum}`);
    const [known] = await this.host.files.read([copy]);
    if (!Buffer.isBuffer(known) || sha256(known) !== checksum)
      await this.host.files.write(copy, content, { mode: 0o600 });
    await this.#copies.append([{ time, path, sha256: checksum }]);
  }

  async #refuse(untrusted: UntrustedPath | undefined): Promise<void> {
    if (untrusted === undefined) return;
    raise(
      'state.foreign',
      `cannot rely on the state directory ${this.path}: ${await describeUntrusted(untrusted, this.host.files)}`,
      { hint: 'use another directory: --state-dir, or stateDirectory in the library' },
    );
  }

  /** Removes the temporary files of runs that were killed while they wrote. Nothing else writes in this directory. */
  async #removeLeftovers(folder: string): Promise<void> {
    const names = (await this.host.files.list(this.file(folder))) ?? [];
    for (const name of names.filter(isAnyTemporaryName)) await this.remove(`${folder}${name}`);
  }

  async #createFolder(name: string): Promise<void> {
    const [status] = await this.host.files.status([this.file(name)]);
    if (status === undefined) await this.host.files.makeDirectory(this.file(name), { mode: 0o700 });
  }
}

function misplaced(path: string, kind: string, expected: string): Diagnostic {
  return problem(
    'state.misplaced',
    `${path} is a ${kind}, but must be a ${expected}: runs store their state in it`,
    {
      hint: 'move it away: the next run creates a new one',
    },
  );
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
