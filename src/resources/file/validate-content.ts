import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { temporaryName } from '../../hosts/temporary-name.js';
import type { WantedFile } from './attributes.js';

/**
 * Runs the command that must approve of a content before it is put in place. The content is beside the file, for
 * programs that may read nowhere else or look for its neighbours.
 * @throws where the command does not succeed
 */
export async function validateContent(
  session: Session,
  { validate_cmd: command, validate_replacement: placeholder }: WantedFile,
  path: string,
  content: Buffer,
): Promise<void> {
  if (command === undefined) return;
  const { files } = session.host;
  const temporary = temporaryName(path);
  await files.write(temporary, content, { mode: 0o600 });
  try {
    const { status, timedOut, failure, stdout, stderr } = await session.host.run({
      argv: argumentsOf(command, placeholder, temporary),
      signal: session.signal,
    });
    if (status === 0) return;
    const how = timedOut ? 'did not end in time' : (failure ?? `ended with status ${status ?? 'unknown'}`);
    const output = `${stderr}${stdout}`.trim().replaceAll(temporary, path);
    raise('file.validation', `the new content of ${path} is refused: ${commandText(command)} ${how}`, {
      hint:
        output === ''
          ? 'the file is left as it is'
          : `the file is left as it is; the command says: ${output}`,
    });
  } finally {
    await files.remove(temporary);
  }
}

function argumentsOf(
  command: string | readonly string[],
  placeholder: string,
  path: string,
): [string, ...string[]] {
  if (typeof command === 'string') {
    const quoted = /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
    return ['/bin/sh', '-c', command.replaceAll(placeholder, () => quoted)];
  }
  const [program = '', ...rest] = command.map((argument) => argument.replaceAll(placeholder, () => path));
  return [program, ...rest];
}

function commandText(command: string | readonly string[]): string {
  return typeof command === 'string' ? command : command.join(' ');
}
