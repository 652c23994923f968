import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { withoutSecrets } from '../../hosts/redirection.js';
import { requestUrl } from '../web/request-url.js';
import type { WantedFile } from './attributes.js';
import { type ChecksumType, startHash } from './checksum.js';
import type { Source } from './sources.js';

/** The content of a source, piece by piece. */
interface OpenedSource {
  /** For messages. */
  readonly name: string;
  readonly content: Readable;
  /** Whether it is still what it was when it was opened. */
  isUnchanged(): Promise<boolean>;
}

/**
 * Opens a source to be compared or copied. The stream fails at its end where the source has changed meanwhile, is
 * shorter than it was said to be, or does not have the checksum that the manifest or the web server gives.
 * @throws where it is gone
 */
export async function openSource(session: Session, source: Source, wanted: WantedFile): Promise<Readable> {
  const opened = await (source.web === undefined ? openFile(source) : openUrl(session, source));
  const checked = createCheck(opened, findExpectedDigest(source, wanted));
  // What goes wrong on either side ends the stream that is handed out, with its reason.
  pipeline(opened.content, checked).catch((error: Error) => checked.destroy(error));
  return checked;
}

async function openFile({ files, path }: Source): Promise<OpenedSource> {
  const stream = await files.stream(path);
  if (stream === undefined) raise('file.source', `its source ${path} is gone`);
  const { content, unchanged } = stream;
  return { name: path, content, isUnchanged: unchanged };
}

async function openUrl(session: Session, { path }: Source): Promise<OpenedSource> {
  const { url, status, headers, body } = await requestUrl(session, new URL(path), 'GET');
  const name = withoutSecrets(url);
  if (status !== 200) {
    body.destroy();
    raise('file.source', `its source ${name} cannot be fetched: the server answers ${status}`);
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
  /** Where it is from, for messages. */
  readonly origin: string;
}

function findExpectedDigest(
  { web }: Source,
  { checksum, checksum_value: value }: WantedFile,
): Digest | undefined {
  if (value !== undefined) return { type: checksum, value: value.toLowerCase(), origin: 'checksum_value' };
  return web?.digest && { ...web.digest, origin: 'the checksum that the server gives' };
}

function createCheck(
  { name, isUnchanged: unchanged }: OpenedSource,
  expected: Digest | undefined,
): Transform {
  const hash = expected && startHash(expected.type);
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash?.update(piece);
      done(null, piece);
    },
    flush(done) {
      unchanged().then(
        (same) => {
          const digest = hash?.digest('hex');
          if (!same) done(new Error(`its source ${name} changed while it was read, or broke off`));
          else if (digest !== expected?.value)
            done(
              new Error(
                `the content of ${name} is not what ${expected?.origin} says: {${expected?.type}}${digest}, not {${expected?.type}}${expected?.value}`,
              ),
            );
          else done();
        },
        (error: Error) => done(error),
      );
    },
  });
}
