/**
 * Parses the output of `check-update`: the newest version of each package with an update, as `version-release` with the
 * epoch. Lines are broken after long names, so it is read word by word: name, version, repository.
 */
export function parseUpdates(text: string): ReadonlyMap<string, string> {
  return new Map(parseEntries(text));
}

/** Parses the output of `list --showduplicates`: all versions of each package, in the same form. */
export function parseVersions(text: string): ReadonlyMap<string, readonly string[]> {
  const versions = new Map<string, string[]>();
  for (const [name, evr] of parseEntries(text)) {
    const known = versions.get(name);
    if (known === undefined) versions.set(name, [evr]);
    else known.push(evr);
  }
  return versions;
}

function* parseEntries(text: string): Iterable<[name: string, evr: string]> {
  const body = text.split(/^Obsoleting Packages/m)[0] ?? '';
  const words = body.split(/\s+/).filter((word) => word !== '');
  let at = 0;
  while (at + 2 < words.length) {
    const [, name] =
      /^(.+)\.(?:noarch|x86_64|aarch64|i[3-6]86|ppc64le|s390x|armv7hl|riscv64|src)$/.exec(words[at] ?? '') ??
      [];
    const evr = words[at + 1] ?? '';
    if (name !== undefined && /^(\d+:)?[^-]+-[^-]+$/.test(evr)) {
      yield [name, evr.replace(/^0:/, '')];
      at += 3;
    } else at += 1;
  }
}

/** Returns the packages that dnf or yum reports as unknown. */
export function parseUnknownPackages(output: string): string[] {
  const names = new Set<string>();
  for (const line of output.split('\n')) {
    const several = /Unable to find a match: (.+)$/.exec(line)?.[1];
    const one = /^(?:No (?:match for argument|package)|No match for argument): ?(\S+)/.exec(line)?.[1];
    const yum = /^No package (\S+) available/.exec(line)?.[1];
    for (const name of [...(several?.split(/\s+/) ?? []), one, yum]) if (name) names.add(name);
  }
  return [...names];
}

/** Returns the progress that a line of output reports, in a few words; undefined if it reports none. */
export function parseProgress(line: string): string | undefined {
  const step =
    /^\s*(Installing|Upgrading|Updating|Downgrading|Removing|Erasing|Reinstalling)\s*:\s+(\S+)/.exec(line);
  if (step !== null) return `${step[1]?.toLowerCase()} ${step[2]?.replace(/-[^-]+-[^-]+$/, '')}`;
  if (/(?:Waiting for process with pid|Another app is currently holding the yum lock)/.test(line)) {
    return 'waiting for another program that changes packages';
  }
  return undefined;
}

/** Parses the packages that versionlock's list locks: `name-epoch:version-release.*`, or `epoch:name-…` of yum. */
export function parseVersionLocks(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const line of text.split('\n')) {
    const entry = line.trim();
    // An exclamation mark excludes one version and locks none.
    if (entry === '' || entry.startsWith('#') || entry.startsWith('!')) continue;
    const name = /^(?:\d+:)?(.+)-(?:\d+:)?[^-]+-[^-]+$/.exec(entry)?.[1];
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** The number of lines that the error of a failed command quotes. */
const QUOTED_LINES = 12;

/** Returns the lines that explain why a command failed: from the last one that begins with Error, or from the first. */
export function extractFailure(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const start = lines.findLastIndex((line) => /^Error/.test(line));
  return lines.slice(Math.max(0, start)).slice(0, QUOTED_LINES).join('\n');
}
