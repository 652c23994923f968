import type { Session } from '../../../engine/session.js';

/** The runlevels in which a machine serves. */
export const multiUserLevels = ['2', '3', '4', '5'] as const;

/** The names of the services that each of these runlevels starts. */
export type RcLinks = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the links of `/etc/rc?.d` that start services, once for all of them. */
export async function readRcLinks(session: Session): Promise<RcLinks> {
  const { files } = session.host;
  const names = await Promise.all(multiUserLevels.map((level) => files.list(`/etc/rc${level}.d`)));
  return new Map(multiUserLevels.map((level, at) => [level, parseStartLinks(names[at] ?? [])]));
}

function parseStartLinks(links: readonly string[]): Set<string> {
  return new Set(links.flatMap((link) => /^S\d\d(.+)$/.exec(link)?.[1] ?? []));
}

/** The runlevels of which a script's own header says that it starts in them; all where it says nothing. */
export function parseDefaultLevels(script: string): readonly string[] {
  const header = /^#\s*Default-Start:[ \t]*(.*)$/im.exec(script)?.[1];
  if (header === undefined) return multiUserLevels;
  const levels = header.split(/\s+/).filter((level) => multiUserLevels.some((one) => one === level));
  return levels.length === 0 ? multiUserLevels : levels;
}

/** Whether every runlevel in which a script is to start does start it. */
export function isLinked(links: RcLinks, name: string, levels: readonly string[]): boolean {
  return levels.every((level) => links.get(level)?.has(name) ?? false);
}
