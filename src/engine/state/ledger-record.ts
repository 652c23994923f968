import { isHash } from '../../data/is-hash.js';

/** The record of one resource. */
export interface LedgerEntry {
  /** The fingerprint of its last desired state. */
  readonly fingerprint: string;
  /** The runs whose manifests contain it, as bits; 0 in records from before runs had names. */
  readonly runs: number;
}

/** A run whose name is recorded. */
export interface LedgerRun {
  readonly name: string;
  /** The time of its last change of the ledger, as a serial number. */
  readonly used: number;
}

export interface LedgerContent {
  readonly entries: Map<string, LedgerEntry>;
  readonly runs: LedgerRun[];
}

/** Parses a ledger, or one of format 1: a list of alternating references and fingerprints. */
export function parseLedger(value: unknown): LedgerContent | undefined {
  if (Array.isArray(value)) return parseEntries(value, 2, []);
  if (!isHash(value)) return undefined;
  const { runs, entries } = value;
  if (!Array.isArray(runs) || !Array.isArray(entries)) return undefined;
  const known = runs.map((run): LedgerRun | undefined => {
    const [name, used] = Array.isArray(run) ? run : [];
    return typeof name === 'string' && typeof used === 'number' ? { name, used } : undefined;
  });
  return known.every((run) => run !== undefined) ? parseEntries(entries, 3, known) : undefined;
}

function parseEntries(list: readonly unknown[], width: 2 | 3, runs: LedgerRun[]): LedgerContent | undefined {
  const entries = new Map<string, LedgerEntry>();
  for (let at = 0; at < list.length; at += width) {
    const [reference, fingerprint, bits = 0] = list.slice(at, at + width);
    if (typeof reference !== 'string' || typeof fingerprint !== 'string' || typeof bits !== 'number')
      return undefined;
    entries.set(reference, { fingerprint, runs: bits });
  }
  return { entries, runs };
}
