import { isHash } from '../../data/is-hash.js';

/** A line of the journal: refreshes are pending, or have been done or withdrawn. */
export type JournalRecord =
  | {
      /** The name of the run that wrote it; undefined in records from before runs had names. */
      readonly run: string | undefined;
      /** References, each with the fingerprint of the resource. */
      readonly pending: readonly (readonly [reference: string, wants: string | undefined])[];
      /** References of the resources that caused them. */
      readonly because: readonly string[];
    }
  | { readonly run: string | undefined; readonly done: readonly string[] };

/** Parses a record, or one of format 1: `{"owed": […], "because": […]}` or `{"done": […]}`. */
export function parseJournalRecord(value: unknown): JournalRecord | undefined {
  if (!isHash(value)) return undefined;
  const { run, pending, owed, done, because = [] } = value;
  if (run !== undefined && typeof run !== 'string') return undefined;
  if (isStringArray(done)) return { run, done };
  if (!isStringArray(because)) return undefined;
  if (isStringArray(owed)) return { run, because, pending: owed.map((reference) => [reference, undefined]) };
  if (!isPending(pending)) return undefined;
  return { run, because, pending: pending.map(([reference, wants]) => [reference, wants ?? undefined]) };
}

function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isPending(value: unknown): value is [string, string | null][] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) =>
        Array.isArray(one) && typeof one[0] === 'string' && (one[1] == null || typeof one[1] === 'string'),
    )
  );
}
