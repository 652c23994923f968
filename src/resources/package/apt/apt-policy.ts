/** What apt's lists know of a package. */
export interface Policy {
  /** The version that an installation takes; undefined for a virtual package. */
  readonly candidate: string | undefined;
  /** All versions on offer and the installed one, the newest first. */
  readonly versions: readonly string[];
  /** Those of them that a pin with a negative priority bars, unless one is asked for by name. */
  readonly barred: ReadonlySet<string>;
}

/** Reads the answer of `apt-cache policy NAME…`; names that apt does not know are missing from it. */
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
    // A version stands two columns before its sources: ` *** 1.2-3 500`, `     1.2-3 500`.
    const [, version, priority] = /^ (?:\*\*\*| {3}) (\S+) (-?\d+)(?: \(phased \d+%\))?$/.exec(line) ?? [];
    if (version === undefined) continue;
    versions.push(version);
    if (priority?.startsWith('-')) barred.add(version);
  }
  close();
  return policies;
}

/** The policy of a package; apt leaves the host's own architecture out of the names that it prints. */
export function findPolicy(policies: ReadonlyMap<string, Policy>, name: string): Policy | undefined {
  return policies.get(name) ?? policies.get(name.replace(/:[^:]*$/, ''));
}
