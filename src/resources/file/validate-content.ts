import { createHash, type Hash } from 'node:crypto';
import { posix } from 'node:path';
import { Readable } from 'node:stream';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { toShellWord } from '../../formats/shell.js';
import type { Links } from '../../hosts/host-files.js';
import { temporaryName } from '../../hosts/temporary-name.js';
import { findUntrusted } from '../../hosts/untrusted-path.js';
import { describeExit } from '../tools/command-result.js';
import { withPrivateDirectory } from '../tools/private-directory.js';
import type { DesiredFile } from './attributes.js';

/** The file that gets the content if the command of the resource succeeds. */
interface ContentToValidate {
  readonly path: string;
  readonly desired: DesiredFile;
  /** Which links the path may contain. @default 'trusted' */
  readonly links?: Links | undefined;
}

/**
 * Runs the command of a resource on a content before the content is used. It is written beside the file, for programs
 * that may only read there or read other files there, or to a private directory if other users can write there. A stream
 * is read once, and exactly the validated content is used.
 * @throws if the command fails.
 */
export async function withValidatedContent(
  session: Session,
  { path, links, desired }: ContentToValidate,
  content: Buffer | Readable,
  use: (content: Buffer | Readable) => Promise<void>,
): Promise<void> {
  if (desired.validate_cmd === undefined) return use(content);
  const { files } = session.host;
  // Users who can write there could replace the file with one that makes the command run a program.
  if ((await findUntrusted(files, posix.dirname(path))) !== undefined)
    return withPrivateDirectory(session, (directory) =>
      validateAt(session, { path, desired }, posix.join(directory, posix.basename(path)), content, use),
    );
  return validateAt(session, { path, links, desired }, temporaryName(path), content, use);
}

/** @param temporary The path of the content while the command runs. */
async function validateAt(
  session: Session,
  { path, links, desired }: ContentToValidate,
  temporary: string,
  content: Buffer | Readable,
  use: (content: Buffer | Readable) => Promise<void>,
): Promise<void> {
  const { validate_cmd: command = '', validate_replacement: placeholder } = desired;
  const { files } = session.host;
  try {
    const hash = createHash('sha256');
    const hashed = Buffer.isBuffer(content) ? content : Readable.from(updateHash(content, hash));
    await files.write(temporary, hashed, { mode: 0o600, links });
    await validate(session, path, temporary, command, placeholder);
    if (Buffer.isBuffer(content)) return await use(content);
    const written = await files.stream(temporary, { links });
    if (written === undefined)
      raise('file.replaced', `${temporary} was removed while ${path} was written from it`);
    await use(Readable.from(verifyDigest(written.content, hash.digest('hex'), path)));
  } finally {
    await files.remove(temporary, { links });
  }
}

async function* updateHash(content: Readable, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}

/** Another user who can write in the directory may have replaced the validated file. */
async function* verifyDigest(content: Readable, digest: string, path: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  yield* updateHash(content, hash);
  if (hash.digest('hex') !== digest)
    raise('file.replaced', `another process has replaced the new content of ${path} while it was validated`);
}

async function validate(
  session: Session,
  path: string,
  temporary: string,
  command: string | readonly string[],
  placeholder: string,
): Promise<void> {
  const argv = buildArguments(command, placeholder, temporary);
  const result = await session.host.run({ argv, signal: session.signal });
  if (result.status === 0) return;
  const exit = describeExit(argv[0], result);
  const output = `${result.stderr}${result.stdout}`.trim().replaceAll(temporary, path);
  raise('file.validation', `the new content of ${path} is refused: ${formatCommand(command)} ${exit}`, {
    hint:
      output === ''
        ? 'the file is left as it is'
        : `the file is left as it is; the output of the command: ${output}`,
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
