import { Readable } from 'node:stream';
import PQueue from 'p-queue';
import type { Session } from '../../engine/session.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import type { DesiredFile } from './attributes.js';
import { isLite, isTime, LITE_LENGTH } from './checksum.js';
import { computeDigest, computeFileDigest } from './digest.js';
import { openSource } from './open-source.js';
import { formatChecksum, formatContent, SHOWN_LIMIT } from './show-contents.js';
import type { Source } from './sources.js';

/** The size in bytes above which files are compared as streams, by their checksums. */
const READ_LIMIT = 1024 * 1024;
/** The number of large files that are read at a time. */
const MAX_CONCURRENT_READS = 4;

/** A file and its desired content: bytes, or that of a source. */
export interface Comparison {
  readonly path: string;
  readonly status: FileStatus;
  readonly content: Buffer | Source;
  /** Whether a difference may be displayed as text. */
  readonly asText: boolean;
  /** The resource that determines how they are compared. */
  readonly desired: DesiredFile;
}

/** Two different contents, in a form that can be displayed: texts, checksums, or sizes. */
export interface ContentDifference {
  readonly is: string;
  readonly should: string;
}

type ComparisonResult = ContentDifference | Error | undefined;

/**
 * Compares many files with their desired content; undefined if it is the same. Small files are read in one request;
 * files whose size differs are only read if they are short enough to be displayed.
 */
export async function compareContents(
  session: Session,
  comparisons: readonly Comparison[],
): Promise<ComparisonResult[]> {
  const small = comparisons.filter(isSmall);
  const results = new Map<Comparison, ComparisonResult>();
  for (const [index, result] of (await compareSmall(session.host.files, small)).entries())
    results.set(ensureDefined(small[index]), result);
  const queue = new PQueue({ concurrency: MAX_CONCURRENT_READS });
  const large = comparisons.filter((one) => !results.has(one));
  await queue.addAll(
    large.map((one) => async () => {
      results.set(one, await compareOne(session, one).catch(toError));
    }),
  );
  return comparisons.map((one) => results.get(one));
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(messageOf(error));
}

/** Whether both are read as a whole and compared byte by byte. */
function isSmall({ status, content, desired }: Comparison): boolean {
  if (Buffer.isBuffer(content)) return status.size <= READ_LIMIT && !isLite(desired.checksum);
  const { checksum: type, checksum_value: value } = desired;
  if (content.web !== undefined || value !== undefined || isTime(type) || isLite(type)) return false;
  return status.size <= READ_LIMIT && content.status.size <= READ_LIMIT;
}

async function compareSmall(
  files: HostFiles,
  comparisons: readonly Comparison[],
): Promise<ComparisonResult[]> {
  const requests = new Map<HostFiles, Set<string>>();
  const request = (from: HostFiles, path: string) => {
    const paths = requests.get(from);
    if (paths === undefined) requests.set(from, new Set([path]));
    else paths.add(path);
  };
  for (const { path, status, content } of comparisons) {
    const sameSize = status.size === sizeOf(content);
    if (sameSize || status.size <= SHOWN_LIMIT) request(files, path);
    if (!Buffer.isBuffer(content) && (sameSize || sizeOf(content) <= SHOWN_LIMIT))
      request(content.files, content.path);
  }

  const contents = new Map<HostFiles, ReadonlyMap<string, Buffer | Error | undefined>>();
  for (const [from, requestedPaths] of requests) {
    const paths = [...requestedPaths];
    const read = await from.read(paths);
    contents.set(from, new Map(paths.map((path, index) => [path, read[index]])));
  }

  return comparisons.map(({ path, status, content, asText }) => {
    const is = contents.get(files)?.get(path);
    const should = Buffer.isBuffer(content) ? content : contents.get(content.files)?.get(content.path);
    if (is instanceof Error) return is;
    if (should instanceof Error) return should;
    if (is !== undefined && should !== undefined && is.equals(should)) return undefined;
    return {
      is: formatForDiff(is, status.size, asText),
      should: formatForDiff(should, sizeOf(content), asText),
    };
  });
}

function sizeOf(content: Buffer | Source): number {
  return Buffer.isBuffer(content) ? content.length : content.status.size;
}

function formatForDiff(content: Buffer | undefined, size: number, asText: boolean): string {
  if (content === undefined) return `{size}${size}`;
  return asText ? formatContent(content) : formatChecksum(content);
}

async function compareOne(session: Session, comparison: Comparison): Promise<ComparisonResult> {
  const { path, status, content, desired } = comparison;
  const { checksum: type, checksum_value: value } = desired;
  const { files } = session.host;
  if (Buffer.isBuffer(content)) {
    if (isLite(type)) return compareStarts(session, comparison);
    return status.size === content.length && (await formatFileDigest(files, path)) === formatChecksum(content)
      ? undefined
      : { is: `{size}${status.size}`, should: formatChecksum(content) };
  }
  if (value !== undefined)
    return compareDigests(type, await computeFileDigest(files, path, type), value.toLowerCase());
  const { web } = content;
  if (web?.digest !== undefined)
    return compareDigests(
      web.digest.type,
      await computeFileDigest(files, path, web.digest.type),
      web.digest.value,
    );
  if (isTime(type) && (web === undefined || web.modified !== undefined))
    return compareTimes(type, status, content.status);
  if (isLite(type) && web === undefined) return compareStarts(session, comparison);
  if (web !== undefined && web.modified !== undefined) {
    const differs = web.size !== undefined && web.size !== status.size;
    return differs
      ? { is: `{size}${status.size}`, should: `{size}${web.size}` }
      : compareTimes('mtime', status, content.status);
  }
  if (web === undefined && status.size !== content.status.size)
    return { is: `{size}${status.size}`, should: `{size}${content.status.size}` };
  const source = await openSource(session, content, desired);
  const [is, should] = await Promise.all([
    computeFileDigest(files, path, 'sha256'),
    computeDigest(source, 'sha256'),
  ]);
  return compareDigests('sha256', is, should);
}

/** Compares only the beginnings, for checksums that end in 'lite'. */
async function compareStarts(
  session: Session,
  { path, content, desired }: Comparison,
): Promise<ComparisonResult> {
  const stream = await session.host.files.stream(path);
  if (stream === undefined) return undefined;
  const start = Buffer.isBuffer(content)
    ? Readable.from([content])
    : await openSource(session, content, desired);
  const [is, should] = await Promise.all([
    computeDigest(stream.content, 'sha256', LITE_LENGTH),
    computeDigest(start, 'sha256', LITE_LENGTH),
  ]);
  return compareDigests('sha256', is, should);
}

function compareTimes(type: string, is: FileStatus, should: FileStatus): ComparisonResult {
  const time = type === 'mtime' ? 'modified' : 'changed';
  if (is[time] >= should[time]) return undefined;
  return { is: `{${type}}${formatTime(is[time])}`, should: `{${type}}${formatTime(should[time])}` };
}

function formatTime(time: number): string {
  return new Date(time).toISOString();
}

async function formatFileDigest(files: HostFiles, path: string): Promise<string> {
  return `{sha256}${await computeFileDigest(files, path, 'sha256')}`;
}

function compareDigests(type: string, is: string | undefined, should: string): ComparisonResult {
  return is === should ? undefined : { is: `{${type}}${is ?? ''}`, should: `{${type}}${should}` };
}
