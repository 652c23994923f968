import { randomBytes } from 'node:crypto';
import type { Links } from '../../host-files.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { refuseHardLinkedFile } from '../../paths/hard-linked-file.js';
import { isNotFound, throwHostError, toHostError } from '../../system-error.js';
import { Examination, examinationOf, NotExamined, pathsOnTheWay } from './examination.js';
import type { ExaminedEntry } from './examined-entry.js';
import { call, executeIn, type Remote, workOn } from './remote-step.js';
import { type ExaminedDirectory, RemoteWalk } from './remote-walk.js';

/** The maximum size of a file that is read as a whole, as on the local host. */
const LARGEST = 64 * 1024 * 1024;

/** The maximum number of bytes in one answer. */
const BATCH = 64 * 1024 * 1024;

/** A file to read. */
interface Found {
  readonly entry: DirectoryEntry<ExaminedDirectory>;
  readonly status: ExaminedEntry;
  /** Whether the system itself is certain to find the same file by the path. */
  readonly isPredictable: boolean;
}

/**
 * Reads many files in one request: it examines the paths, and reads what the system finds by them. Where another user
 * could have redirected the system in between, the content is not used, and the file is opened in the directory that
 * was examined.
 */
export async function readContents(
  remote: Remote,
  paths: readonly string[],
  links: Links | undefined,
): Promise<(Buffer | undefined | Error)[]> {
  if (paths.length === 0) return [];
  const { examination, contents } = await readBatch(remote, paths);
  const findAt = (path: string) => find(new RemoteWalk(examination, remote.self, links), path);
  await examination.complete(() => {
    for (const path of paths) ignoreErrors(() => findAt(path));
  });
  return Promise.all(
    paths.map(async (path, index) => {
      try {
        const found = findAt(path);
        if (found === undefined) return undefined;
        refuseLarge(path, found.status);
        const content = contents[index];
        // An empty content may also be one that could not be read.
        const isCertain = content !== undefined && (content.length > 0 || found.status.size === 0);
        return found.isPredictable && isCertain ? content : await readAlone(remote, path, links);
      } catch (error) {
        return isNotFound(error) ? undefined : toHostError('read', path, error);
      }
    }),
  );
}

/** Examines paths, and reads what the system finds by them. */
async function readBatch({ session }: Remote, paths: readonly string[]) {
  const examination = new Examination(session);
  const asked = examination.asked(paths.flatMap(pathsOnTheWay));
  const separator = `\n[${randomBytes(16).toString('hex')}]\n`;
  const absolute = paths.map((path) => (path.startsWith('/') ? path : `/${path}`));
  const script = [examinationOf(asked), call('contents', separator, BATCH, ...absolute)].join('\n');
  const { output, errors } = await session.request(script);
  const [examined = output, ...contents] = split(output, separator);
  examination.add(asked, { output: examined, errors });
  // The last one may be incomplete.
  return { examination, contents: contents.length < paths.length ? contents.slice(0, -1) : contents };
}

function split(output: Buffer, separator: string): Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0; ; ) {
    const end = output.indexOf(separator, start);
    // A copy, so that the whole answer is not kept in memory for the sake of one file.
    parts.push(Buffer.from(output.subarray(start, end < 0 ? undefined : end)));
    if (end < 0) return parts;
    start = end + separator.length;
  }
}

/** Walks to a file, and refuses what must not be read; undefined if it does not exist. */
export function find(walk: RemoteWalk, path: string): Found | undefined {
  const named = walk.entry(path);
  const end = walk.status(named)?.kind === 'link' ? walk.follow(named) : named;
  const status = end && walk.status(end);
  if (end === undefined || status === undefined) return undefined;
  if (!status.isFile()) throwHostError('read', path, status.isDirectory() ? 'EISDIR' : 'ENOTSUP');
  if (!end.directory.isTrusted || end.hasForeignLinks) {
    end.assertOwner(status.uid);
    refuseHardLinkedFile('read', end, status);
  }
  return { entry: end, status, isPredictable: walk.isPredictable };
}

/** Opens one file in its directory, and reads it. */
async function readAlone(
  remote: Remote,
  path: string,
  links: Links | undefined,
): Promise<Buffer | undefined> {
  return workOn(
    remote,
    'read',
    path,
    { links },
    (walk) => find(walk, path),
    async (found) => {
      if (found === undefined) return undefined;
      const { entry, status } = found;
      const read = call('piece', entry.name, status.identity, 1, LARGEST + 1);
      const { output } = await executeIn(remote, entry.directory, [read]);
      if (output.length > LARGEST) throwHostError('read', path, 'EFBIG');
      return output;
    },
  );
}

function refuseLarge(path: string, { size }: ExaminedEntry): void {
  if (size > LARGEST) throwHostError('read', path, 'EFBIG');
}

/** A path that cannot be read does not keep the others from being examined. */
function ignoreErrors(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof NotExamined) return;
  }
}
