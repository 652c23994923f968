import { isHash } from '../../data/is-hash.js';
/** What a line of the journal says: refreshes are pending, or done or withdrawn. */
export type JournalRecord =
  | {
      /** The name of the run that noted it; undefined in what was written before runs had names. */
      readonly run: string | undefined;
      /** References, each with the fingerprint of the resource. */
      readonly pending: readonly (readonly [reference: string, wants: string | undefined])[];
      /** References of what caused them. */
      readonly because: readonly string[];
    }
  | { readonly run: string | undefined; readonly done: readonly string[] };

/** Reads a record, or one of format 1: `{"owed": […], "because": […]}` or `{"done": […]}`. */
export function parseJournalRecord(value: unknown): JournalRecord | undefined {
  if (!isHash(value)) return undefined;
  const { run, pending, owed, done, because = [] } = value;
  if (run !== undefined && typeof run !== 'string') return undefined;
  if (isTexts(done)) return { run, done };
  if (!isTexts(because)) return undefined;
  if (isTexts(owed)) return { run, because, pending: owed.map((reference) => [reference, undefined]) };
  if (!isPending(pending)) return undefined;
  return { run, because, pending: pending.map(([reference, wants]) => [reference, wants ?? undefined]) };
}

function isTexts(value: unknown): value is string[] {
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
