import { createHash, type Hash } from 'node:crypto';
import { pipeline, Transform } from 'node:stream';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import { UnreachableError } from '../../openstack/api-error.js';
import { buildApiUrl } from '../../openstack/api-url.js';
import { extractMessage } from '../../openstack/describe-response.js';
import { readText, sendHttpRequest } from '../../openstack/http-client.js';
import type { GlanceClient } from './glance-client.js';
import type { Image } from './image.js';
import type { ImageSource } from './source.js';

/** Seconds without progress after which an upload is given up; the store may need long to process the last byte. */
const IDLE_SECONDS = 300;
/** Milliseconds between two reports of the progress. */
const PROGRESS_INTERVAL = 250;
/** The maximum length of a response that is read, in bytes. */
const MAX_RESPONSE_BYTES = 64 * 1024;

/** Counts the bytes of a stream, and calculates their checksums. */
class UploadMeter {
  size = 0;
  readonly #hashes: ReadonlyMap<string, Hash> = new Map(['sha512', 'md5'].flatMap(createHashIfAllowed));
  #lastReport = 0;

  constructor(private readonly report: (size: number) => void) {}

  add(chunk: Buffer): void {
    this.size += chunk.length;
    for (const hash of this.#hashes.values()) hash.update(chunk);
    if (performance.now() - this.#lastReport < PROGRESS_INTERVAL) return;
    this.#lastReport = performance.now();
    this.report(this.size);
  }

  /** Returns the checksums of all bytes, by algorithm. */
  checksums(): ReadonlyMap<string, string> {
    return new Map([...this.#hashes].map(([name, hash]) => [name, hash.digest('hex')]));
  }
}

/** Uploads the data of an image, and checks that Glance has stored exactly this data. */
export async function uploadData(
  glance: GlanceClient,
  { id, name }: Image,
  source: ImageSource,
): Promise<void> {
  const { session } = glance;
  const meter = new UploadMeter((size) =>
    session.progress(`uploading ${source.name}: ${formatAmount(size, source.size)}`),
  );
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      meter.add(chunk);
      // Glance would interpret an excess byte as the beginning of the next request.
      if (source.size !== undefined && meter.size > source.size) done(createChangedError());
      else done(null, chunk);
    },
    flush(done) {
      done(source.size !== undefined && meter.size < source.size ? createChangedError() : null);
    },
  });
  // An error of the source ends the upload too, even before the upload reads it.
  pipeline(source.content, measured, () => {});
  try {
    await send(glance, id, source, measured);
  } finally {
    source.content.destroy();
  }
  if (!(await source.unchanged()))
    raise('glance_image.upload', `${source.name} cannot be read: ${createChangedError().message}`);
  const image = await glance.readImage(id);
  const difference = findDifference(image, meter);
  if (difference !== undefined)
    raise(
      'glance_image.upload',
      `Glance has not stored the image '${name}' as it was uploaded: ${difference}; check the store of Glance`,
    );
}

async function send(
  glance: GlanceClient,
  id: string,
  source: ImageSource,
  content: Transform,
): Promise<void> {
  let sourceError: Error | undefined;
  content.once('error', (error) => {
    sourceError = error;
  });
  const { server, headers } = await glance.findUploadTarget();
  try {
    const response = await sendHttpRequest(server.network, {
      method: 'PUT',
      url: buildApiUrl(server.address, ['images', id, 'file']),
      headers: {
        ...headers,
        'content-type': 'application/octet-stream',
        ...(source.size === undefined ? {} : { 'content-length': String(source.size) }),
      },
      body: content,
      trust: server.trust,
      idleSeconds: IDLE_SECONDS,
      interrupts: server.interrupts,
    });
    const text = await readText(response, MAX_RESPONSE_BYTES);
    if (response.status >= 300)
      raise(
        'glance_image.upload',
        `Glance at ${server.address} refused the data (HTTP status ${response.status}): ${extractMessage(text)}`,
      );
  } catch (error) {
    if (sourceError !== undefined)
      raise('glance_image.upload', `${source.name} cannot be read: ${messageOf(sourceError)}`);
    if (!(error instanceof UnreachableError)) throw error;
    raise(
      'glance_image.upload',
      `the upload to Glance at ${server.address} was interrupted: ${error.message}; run this again`,
      {
        cause: error,
      },
    );
  }
}

function createChangedError(): Error {
  return new Error('it was changed while it was being read; stop what writes to it, and run this again');
}

function findDifference(image: Image, meter: UploadMeter): string | undefined {
  if (image.status !== 'active') return `its status is ${image.status}`;
  if (image.size !== null && image.size !== meter.size) return `it has ${image.size} of ${meter.size} bytes`;
  const checksums = meter.checksums();
  const reported = [
    [image.os_hash_algo ?? '', image.os_hash_value],
    ['md5', image.checksum],
  ] as const;
  for (const [algorithm, value] of reported) {
    const expected = checksums.get(algorithm);
    if (expected !== undefined && typeof value === 'string' && value !== expected)
      return `its ${algorithm} checksum differs`;
  }
  return undefined;
}

/** Returns the hash of an algorithm, or nothing if the machine forbids the algorithm as weak. */
function createHashIfAllowed(algorithm: string): [string, Hash][] {
  try {
    return [[algorithm, createHash(algorithm)]];
  } catch {
    return [];
  }
}

function formatAmount(size: number, total: number | undefined): string {
  const sent = `${(size / 1e6).toFixed(1)} MB`;
  if (total === undefined || total === 0) return sent;
  return `${Math.floor((100 * size) / total)} % of ${(total / 1e6).toFixed(1)} MB`;
}
