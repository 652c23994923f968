/** What apt's lists know of a package. */
export interface Policy {
  /** The version that an installation takes; undefined for a virtual package. */
  readonly candidate: string | undefined;
  /** All versions on offer and the installed one, the newest first. */
  readonly versions: readonly string[];
}

/** Reads the answer of `apt-cache policy NAME…`; names that apt does not know are missing from it. */
export function parsePolicy(text: string): Map<string, Policy> {
  const policies = new Map<string, Policy>();
  let name: string | undefined;
  let candidate: string | undefined;
  let versions: string[] = [];
  const close = () => {
    if (name !== undefined) policies.set(name, { candidate, versions });
  };
  for (const line of text.split('\n')) {
    const header = /^(\S+):$/.exec(line)?.[1];
    if (header !== undefined) {
      close();
      name = header;
      candidate = undefined;
      versions = [];
      continue;
    }
    const chosen = /^ {2}Candidate: (\S+)/.exec(line)?.[1];
    if (chosen !== undefined && chosen !== '(none)') candidate = chosen;
    // A version stands two columns before its sources: ` *** 1.2-3 500`, `     1.2-3 500`.
    const version = /^ (?:\*\*\*| {3}) (\S+) -?\d+( \(phased \d+%\))?$/.exec(line)?.[1];
    if (version !== undefined) versions.push(version);
  }
  close();
  return policies;
}

/** The policy of a package; apt leaves the host's own architecture out of the names that it prints. */
export function policyOf(policies: ReadonlyMap<string, Policy>, name: string): Policy | undefined {
  return policies.get(name) ?? policies.get(name.replace(/:[^:]*$/, ''));
}
