/** A line of `/etc/shadow`. */
export interface ShadowEntry {
  /** The hash of the password; `!` or `*` if no password is accepted. */
  readonly hash: string;
  /** In days; undefined if it is not set. */
  readonly minimumAge: number | undefined;
  readonly maximumAge: number | undefined;
  readonly warnDays: number | undefined;
  /** The day on which the account expires, as `YYYY-MM-DD`. */
  readonly expiry: string | undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/** Parses the entries of `/etc/shadow` by user. */
export function parseShadow(text: string): Map<string, ShadowEntry> {
  const entries = new Map<string, ShadowEntry>();
  for (const line of text.split('\n')) {
    const [name, hash, , minimum, maximum, warn, , expiry] = line.split(':');
    if (name === undefined || name === '' || hash === undefined) continue;
    entries.set(name, {
      hash,
      minimumAge: parseDays(minimum),
      maximumAge: parseDays(maximum),
      warnDays: parseDays(warn),
      expiry: toDate(parseDays(expiry)),
    });
  }
  return entries;
}

/** Converts a day to a date; undefined if it is out of range. */
function toDate(day: number | undefined): string | undefined {
  const date = new Date((day ?? Number.NaN) * DAY);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

function parseDays(field: string | undefined): number | undefined {
  return field !== undefined && /^-?\d+$/.test(field) ? Number(field) : undefined;
}
