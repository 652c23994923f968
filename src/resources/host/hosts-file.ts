/** What a line of `/etc/hosts` says. */
export interface HostEntry {
  readonly ip: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What stands behind the `#`; empty where nothing does. */
  readonly comment: string;
}

/** A line as it was read, and what it says where it says something. */
export interface HostLine {
  readonly text: string;
  readonly entry?: HostEntry;
}

const LINE = /^\s*([^\s#]+)\s+([^#]*[^#\s])\s*(?:#\s*(.*?)\s*)?$/;

/** Reads a hosts file; the lines that say nothing are kept with the others. */
export function parseHosts(text: string): HostLine[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    const [, ip, names, comment = ''] = LINE.exec(line) ?? [];
    const [name, ...aliases] = names?.split(/\s+/) ?? [];
    return ip === undefined || name === undefined
      ? { text: line }
      : { text: line, entry: { ip, name, aliases, comment } };
  });
}

/** The text of a hosts file. */
export function printHosts(lines: readonly HostLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** A line that says this. */
export function hostLine(entry: HostEntry): HostLine {
  const { ip, name, aliases, comment } = entry;
  const fields = [
    ip,
    name,
    ...(aliases.length === 0 ? [] : [aliases.join(' ')]),
    ...(comment === '' ? [] : [`# ${comment}`]),
  ];
  return { text: fields.join('\t'), entry };
}

/**
 * The line that is about a host. A name may stand in several, such as that of `localhost`: the one with the wanted
 * address counts, else one with an address of the same kind, else the first.
 */
export function findHost(
  lines: readonly HostLine[],
  name: string,
  ip: string | undefined,
): HostLine | undefined {
  const named = lines.filter(({ entry }) => entry?.name === name);
  const kind = ip?.includes(':');
  return (
    named.find(({ entry }) => entry?.ip === ip) ??
    named.find(({ entry }) => entry?.ip.includes(':') === kind) ??
    named[0]
  );
}
