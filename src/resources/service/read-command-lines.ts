import type { Session } from '../../engine/session.js';

/** The command lines of all processes, without a process to list them. */
export async function readCommandLines(session: Session): Promise<readonly string[]> {
  const { files } = session.host;
  const processes = ((await files.list('/proc')) ?? []).filter((name) => /^\d+$/.test(name));
  const contents = await files.read(processes.map((id) => `/proc/${id}/cmdline`));
  return contents
    .filter((content) => Buffer.isBuffer(content))
    .map((content) => content.toString().replaceAll('\0', ' ').trim())
    .filter((line) => line !== '' && !isThisProgram(line));
}

/** This tool, whose manifest may well be called as the service is. */
function isThisProgram(line: string): boolean {
  return /\bglance-apply\b/.test(line);
}
