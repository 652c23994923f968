/** What apt's lists contain about a package. */
export interface Policy {
  /** The version that would be installed; undefined for a virtual package. */
  readonly candidate: string | undefined;
  /** All available versions and the installed one, the newest first. */
  readonly versions: readonly string[];
  /** The versions that a pin with a negative priority excludes, unless one is requested explicitly. */
  readonly barred: ReadonlySet<string>;
}

/** Parses the output of `apt-cache policy NAME…`, which omits names that apt does not know. */
export function parsePolicy(text: string): Map<string, Policy> {
  const policies = new Map<string, Policy>();
  let name: string | undefined;
  let candidate: string | undefined;
  let versions: string[] = [];
  let barred = new Set<string>();
  const close = () => {
    if (name !== undefined) policies.set(name, { candidate, versions, barred });
  };
  for (const line of text.split('\n')) {
    const header = /^(\S+):$/.exec(line)?.[1];
    if (header !== undefined) {
      close();
      name = header;
      candidate = undefined;
      versions = [];
      barred = new Set();
      continue;
    }
    const chosen = /^ {2}Candidate: (\S+)/.exec(line)?.[1];
    if (chosen !== undefined && chosen !== '(none)') candidate = chosen;
    // A version is two columns to the left of its sources: ` *** 1.2-3 500`, `     1.2-3 500`.
    const [, version, priority] = /^ (?:\*\*\*| {3}) (\S+) (-?\d+)(?: \(phased \d+%\))?$/.exec(line) ?? [];
    if (version === undefined) continue;
    versions.push(version);
    if (priority?.startsWith('-')) barred.add(version);
  }
  close();
  return policies;
}

/** Returns the policy of a package. apt omits the native architecture from the names that it prints. */
export function findPolicy(policies: ReadonlyMap<string, Policy>, name: string): Policy | undefined {
  return policies.get(name) ?? policies.get(name.replace(/:[^:]*$/, ''));
}
