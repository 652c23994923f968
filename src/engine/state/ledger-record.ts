import { isHash } from '../../data/is-hash.js';
/** What is known of one resource. */
export interface LedgerEntry {
  /** Of what was last wanted of it. */
  readonly fingerprint: string;
  /** Whose manifests have it: a bit for each run. 0 in what was written before runs had names. */
  readonly runs: number;
}

/** A run that is remembered. */
export interface LedgerRun {
  readonly name: string;
  /** The higher, the later it last changed the ledger. */
  readonly used: number;
}

export interface LedgerContent {
  readonly entries: Map<string, LedgerEntry>;
  readonly runs: LedgerRun[];
}

/** Reads a ledger, or one of format 1: a list of references and fingerprints by turns. */
export function parseLedger(value: unknown): LedgerContent | undefined {
  if (Array.isArray(value)) return withEntries(value, 2, []);
  if (!isHash(value)) return undefined;
  const { runs, entries } = value;
  if (!Array.isArray(runs) || !Array.isArray(entries)) return undefined;
  const known = runs.map((run): LedgerRun | undefined => {
    const [name, used] = Array.isArray(run) ? run : [];
    return typeof name === 'string' && typeof used === 'number' ? { name, used } : undefined;
  });
  return known.every((run) => run !== undefined) ? withEntries(entries, 3, known) : undefined;
}

function withEntries(list: readonly unknown[], width: 2 | 3, runs: LedgerRun[]): LedgerContent | undefined {
  const entries = new Map<string, LedgerEntry>();
  for (let at = 0; at < list.length; at += width) {
    const [reference, fingerprint, bits = 0] = list.slice(at, at + width);
    if (typeof reference !== 'string' || typeof fingerprint !== 'string' || typeof bits !== 'number')
      return undefined;
    entries.set(reference, { fingerprint, runs: bits });
  }
  return { entries, runs };
}
