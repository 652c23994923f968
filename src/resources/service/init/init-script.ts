import type { Session } from '../../../engine/session.js';
import type { CommandResult } from '../../../hosts/command.js';
import type { ServiceSubject } from '../attributes.js';

/** An existing init script. */
export interface InitScript {
  readonly name: string;
  readonly path: string;
  /** Its text, whose header contains the runlevels in which it starts. */
  readonly text: string;
}

/** Finds the scripts of services in their search paths with one call, in the order of the services. */
export async function findScripts(
  session: Session,
  subjects: readonly ServiceSubject[],
): Promise<readonly (InitScript | undefined)[]> {
  const candidates = subjects.map(({ desired }) => {
    const name = desired.name.replace(/\.service$/, '');
    return desired.path.map((directory) => ({ name, path: `${directory}/${name}` }));
  });
  const contents = await session.host.files.read(candidates.flat().map(({ path }) => path));
  const texts = new Map(candidates.flat().map(({ path }, at) => [path, contents[at]]));
  return candidates.map((paths) => {
    const found = paths.find(({ path }) => texts.get(path) !== undefined);
    const content = found && texts.get(found.path);
    return found && { ...found, text: Buffer.isBuffer(content) ? content.toString() : '' };
  });
}

/** Runs a script as `service` does: in the root directory, with a small environment. */
export function runScript(
  session: Session,
  { desired }: ServiceSubject,
  { path }: InitScript,
  verb: 'start' | 'stop' | 'restart' | 'status',
): Promise<CommandResult> {
  const timeout = verb === 'status' ? 60 : desired.timeout;
  return session.host.run({
    argv: [path, verb],
    directory: '/',
    timeout,
    detaches: true,
    signal: session.signal,
  });
}
