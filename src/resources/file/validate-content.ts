import { createHash, type Hash } from 'node:crypto';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { toShellWord } from '../../formats/shell.js';
import { foreignOnWay } from '../../hosts/foreign-place.js';
import type { Links } from '../../hosts/host-files.js';
import { temporaryName } from '../../hosts/temporary-name.js';
import { withPrivateDirectory } from '../tools/private-directory.js';
import type { WantedFile } from './attributes.js';

/** What is to be given the content, if the command of the resource approves of it. */
interface ContentToValidate {
  readonly path: string;
  readonly wanted: WantedFile;
  /** Which links the path may lead through. @default 'trusted' */
  readonly links?: Links | undefined;
}

/**
 * Has the command of a resource approve of a content before it is put to use. The content is beside the file, for
 * programs that may read nowhere else or look for its neighbours, or in a directory of its own where others can write; a
 * stream is read once, and what was approved is used.
 * @throws where the command does not succeed
 */
export async function withValidatedContent(
  session: Session,
  { path, links, wanted }: ContentToValidate,
  content: Buffer | Readable,
  use: (content: Buffer | Readable) => Promise<void>,
): Promise<void> {
  if (wanted.validate_cmd === undefined) return use(content);
  const { files } = session.host;
  // Whoever can write there could have the command read another file in its place, such as one that loads a program.
  if ((await foreignOnWay(files, posix.dirname(path))) !== undefined)
    return withPrivateDirectory(session, (directory) =>
      validateAt(session, { path, wanted }, posix.join(directory, posix.basename(path)), content, use),
    );
  return validateAt(session, { path, links, wanted }, temporaryName(path), content, use);
}

/** @param temporary where the content is while the command looks at it */
async function validateAt(
  session: Session,
  { path, links, wanted }: ContentToValidate,
  temporary: string,
  content: Buffer | Readable,
  use: (content: Buffer | Readable) => Promise<void>,
): Promise<void> {
  const { validate_cmd: command = '', validate_replacement: placeholder } = wanted;
  const { files } = session.host;
  try {
    const hash = createHash('sha256');
    const given = Buffer.isBuffer(content) ? content : Readable.from(updateHash(content, hash));
    await files.write(temporary, given, { mode: 0o600, links });
    await validate(session, path, temporary, command, placeholder);
    if (Buffer.isBuffer(content)) return await use(content);
    const written = await files.stream(temporary, { links });
    if (written === undefined) raise('file.replaced', `${temporary} is gone while ${path} is made of it`);
    await use(Readable.from(verifyDigest(written.content, hash.digest('hex'), path)));
  } finally {
    await files.remove(temporary, { links });
  }
}

async function* updateHash(content: Readable, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of content as AsyncIterable<Buffer>) {
    hash.update(piece);
    yield piece;
  }
}

/** Whoever can write in the directory may have put another file in the place of the one that was approved of. */
async function* verifyDigest(content: Readable, digest: string, path: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  yield* updateHash(content, hash);
  if (hash.digest('hex') !== digest)
    raise('file.replaced', `somebody has replaced the new content of ${path} while it was validated`);
}

async function validate(
  session: Session,
  path: string,
  temporary: string,
  command: string | readonly string[],
  placeholder: string,
): Promise<void> {
  const { status, timedOut, failure, stdout, stderr } = await session.host.run({
    argv: buildArguments(command, placeholder, temporary),
    signal: session.signal,
  });
  if (status === 0) return;
  const how = timedOut ? 'did not end in time' : (failure ?? `ended with status ${status ?? 'unknown'}`);
  const output = `${stderr}${stdout}`.trim().replaceAll(temporary, path);
  raise('file.validation', `the new content of ${path} is refused: ${formatCommand(command)} ${how}`, {
    hint:
      output === '' ? 'the file is left as it is' : `the file is left as it is; the command says: ${output}`,
  });
}

function buildArguments(
  command: string | readonly string[],
  placeholder: string,
  path: string,
): [string, ...string[]] {
  if (typeof command === 'string') {
    return ['/bin/sh', '-c', command.replaceAll(placeholder, () => toShellWord(path))];
  }
  const [program = '', ...rest] = command.map((argument) => argument.replaceAll(placeholder, () => path));
  return [program, ...rest];
}

function formatCommand(command: string | readonly string[]): string {
  return typeof command === 'string' ? command : command.join(' ');
}
