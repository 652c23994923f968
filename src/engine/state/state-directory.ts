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

/** Where a host keeps the state of runs by default. */
export const defaultStateDirectory = '/var/lib/glance-apply';

/**
 * The directory in which runs keep their state: the journal of refreshes, the ledger, when scheduled resources were last
 * checked, backups, the last report.
 * Only its owner may read it. Nothing secret is ever written there.
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

  /** Whether this user was refused a file of it. */
  get denied(): boolean {
    return this.#denied;
  }

  /**
   * Refuses a directory, a link, a pipe or a device in the place of one of its files, and anything but a directory in
   * the place of its folders: an error at the first change would come too late.
   * @throws {GlanceApplyError} `state.misplaced`, one for each.
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
      // What may not be looked at, and what is not there, are told apart when it is read.
      if (status === undefined || status instanceof Error || status.kind === expected) return [];
      return [misplaced(path, describeKind(status), expected)];
    });
    if (problems.length > 0) throw new GlanceApplyError(problems);
  }

  /**
   * Refuses a directory into which others could have put something, or could do so during a run: what is in it is
   * trusted, and some of it is executed.
   * @throws {GlanceApplyError} `state.foreign`
   */
  async refuseForeign(): Promise<void> {
    await this.#refuse(await findUntrustedWithin(this.host.files, this.path));
  }

  /**
   * Makes the folder and those above it, where they are missing.
   * @throws {GlanceApplyError} `state.foreign`, as `refuseForeign` does
   */
  async create(): Promise<void> {
    await this.#refuse(await findUntrusted(this.host.files, this.path));
    await makeDirectories(this.host.files, this.path, 0o755);
    // In a directory such as /tmp, somebody may have been quicker.
    await this.refuseForeign();
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

  async #refuse(place: UntrustedPath | undefined): Promise<void> {
    if (place === undefined) return;
    raise(
      'state.foreign',
      `cannot rely on the state directory ${this.path}: ${await describeUntrusted(place, this.host.files)}`,
      { hint: '--state-dir names another directory, in the library stateDirectory' },
    );
  }

  /** Removes what runs left that were killed while they wrote: nobody else writes here. */
  async #removeLeftovers(folder: string): Promise<void> {
    const names = (await this.host.files.list(this.file(folder))) ?? [];
    for (const name of names.filter(isAnyTemporaryName)) await this.remove(`${folder}${name}`);
  }

  async #makeFolder(name: string): Promise<void> {
    const [status] = await this.host.files.status([this.file(name)]);
    if (status === undefined) await this.host.files.makeDirectory(this.file(name), { mode: 0o700 });
  }
}

function misplaced(path: string, kind: string, expected: string): Diagnostic {
  return problem(
    'state.misplaced',
    `${path} is a ${kind}, but must be a ${expected}: runs keep their state in it`,
    {
      hint: 'move it away: the next run makes a new one',
    },
  );
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
