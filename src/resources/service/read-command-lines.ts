import type { Session } from '../../engine/session.js';

/** Reads the command lines of all processes from /proc. */
export async function readCommandLines(session: Session): Promise<readonly string[]> {
  const { files } = session.host;
  const processes = ((await files.list('/proc')) ?? []).filter((name) => /^\d+$/.test(name));
  const contents = await files.read(processes.map((id) => `/proc/${id}/cmdline`));
  return contents
    .filter((content) => Buffer.isBuffer(content))
    .map((content) => content.toString().replaceAll('\0', ' ').trim())
    .filter((line) => line !== '' && !isThisProgram(line));
}

/** Excludes this program: its manifest may have the name of the service. */
function isThisProgram(line: string): boolean {
  return /\bglance-apply\b/.test(line);
}
