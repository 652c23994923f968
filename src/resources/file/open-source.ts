import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { formatUrl } from '../../hosts/resolve-redirect.js';
import { requestUrl } from '../web/request-url.js';
import type { DesiredFile } from './attributes.js';
import { type ChecksumType, startHash } from './checksum.js';
import type { Source } from './sources.js';

/** The content of a source, piece by piece. */
interface OpenedSource {
  /** The path or address, for messages. */
  readonly name: string;
  readonly content: Readable;
  /** Whether the source has not changed since it was opened. */
  isUnchanged(): Promise<boolean>;
}

/**
 * Opens a source to compare or copy it. The stream fails at its end if the source has changed in the meantime, is shorter
 * than declared, or does not have the checksum of the manifest or the web server.
 * @throws if it does not exist any more.
 */
export async function openSource(session: Session, source: Source, desired: DesiredFile): Promise<Readable> {
  const opened = await (source.web === undefined ? openFile(source) : openUrl(session, source));
  const checked = createCheck(opened, findExpectedDigest(source, desired));
  // An error on either side is passed to the reader of the returned stream.
  pipeline(opened.content, checked).catch((error: Error) => checked.destroy(error));
  return checked;
}

async function openFile({ files, path }: Source): Promise<OpenedSource> {
  const stream = await files.stream(path);
  if (stream === undefined) raise('file.source', `its source ${path} does not exist any more`);
  const { content, unchanged } = stream;
  return { name: path, content, isUnchanged: unchanged };
}

async function openUrl(session: Session, { path }: Source): Promise<OpenedSource> {
  const { url, status, headers, body } = await requestUrl(session, new URL(path), 'GET');
  const name = formatUrl(url);
  if (status !== 200) {
    body.destroy();
    raise('file.source', `its source ${name} cannot be fetched: the server responds with status ${status}`);
  }
  const length = headers['content-length'];
  let received = 0;
  if (length !== undefined) {
    body.on('data', (piece: Buffer) => {
      received += piece.length;
    });
  }
  return {
    name,
    content: body,
    isUnchanged: async () => length === undefined || received === Number(length),
  };
}

interface Digest {
  readonly type: ChecksumType;
  readonly value: string;
  /** The origin, for messages. */
  readonly origin: string;
}

function findExpectedDigest(
  { web }: Source,
  { checksum, checksum_value: value }: DesiredFile,
): Digest | undefined {
  if (value !== undefined) return { type: checksum, value: value.toLowerCase(), origin: 'checksum_value' };
  return web?.digest && { ...web.digest, origin: 'the checksum that the server declares' };
}

function createCheck({ name, isUnchanged }: OpenedSource, expected: Digest | undefined): Transform {
  const hash = expected && startHash(expected.type);
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash?.update(piece);
      done(null, piece);
    },
    flush(done) {
      isUnchanged().then(
        (same) => {
          const digest = hash?.digest('hex');
          if (!same) done(new Error(`its source ${name} changed while it was being read, or is incomplete`));
          else if (digest !== expected?.value)
            done(
              new Error(
                `the content of ${name} does not match ${expected?.origin}: {${expected?.type}}${digest}, not {${expected?.type}}${expected?.value}`,
              ),
            );
          else done();
        },
        (error: Error) => done(error),
      );
    },
  });
}
