import type { Session } from '../../../engine/session.js';

/** The multi-user runlevels. */
export const multiUserLevels = ['2', '3', '4', '5'] as const;

/** The names of the services that each multi-user runlevel starts. */
export type RcLinks = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the links of `/etc/rc?.d` that start services. */
export async function readRcLinks(session: Session): Promise<RcLinks> {
  const { files } = session.host;
  const names = await Promise.all(multiUserLevels.map((level) => files.list(`/etc/rc${level}.d`)));
  return new Map(multiUserLevels.map((level, at) => [level, parseStartLinks(names[at] ?? [])]));
}

function parseStartLinks(links: readonly string[]): Set<string> {
  return new Set(links.flatMap((link) => /^S\d\d(.+)$/.exec(link)?.[1] ?? []));
}

/** Returns the multi-user runlevels in the header of a script; all of them if it has none. */
export function parseDefaultLevels(script: string): readonly string[] {
  const header = /^#\s*Default-Start:[ \t]*(.*)$/im.exec(script)?.[1];
  if (header === undefined) return multiUserLevels;
  const levels = header.split(/\s+/).filter((level) => multiUserLevels.some((one) => one === level));
  return levels.length === 0 ? multiUserLevels : levels;
}

/** Returns whether all of these runlevels start a script. */
export function isLinked(links: RcLinks, name: string, levels: readonly string[]): boolean {
  return levels.every((level) => links.get(level)?.has(name) ?? false);
}
