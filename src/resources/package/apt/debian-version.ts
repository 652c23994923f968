/** Compares two versions as dpkg does, deb-version(7); below 0 where the first is the older. */
export function compareDebianVersions(one: string, other: string): number {
  const left = parseVersion(one);
  const right = parseVersion(other);
  return (
    compareNumbers(left.epoch, right.epoch) ||
    compareParts(left.upstream, right.upstream) ||
    compareParts(left.revision, right.revision)
  );
}

/** `[epoch:]upstream[-revision]`; a revision that is not there is as good as 0. */
function parseVersion(version: string): { epoch: string; upstream: string; revision: string } {
  const [, epoch = '', upstream = '', revision = ''] = /^(?:(\d+):)?(.*?)(?:-([^-]*))?$/.exec(version) ?? [];
  return { epoch, upstream, revision };
}

/** Letters and signs, then a number, and so on in turn. */
function compareParts(one: string, other: string): number {
  const left = splitRuns(one);
  const right = splitRuns(other);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const compare = at % 2 === 0 ? compareSigns : compareNumbers;
    const order = compare(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** The first of them is no number, be it empty, the second is, and so on. */
function splitRuns(text: string): readonly string[] {
  const found: string[] = text.match(/\d+|\D+/g) ?? [];
  return /^\d/.test(text) ? ['', ...found] : found;
}

function compareSigns(one: string, other: string): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const order = toSortWeight(one[at]) - toSortWeight(other[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** A tilde comes before the end, letters come after it, and other signs after letters. */
function toSortWeight(sign: string | undefined): number {
  if (sign === undefined) return 0;
  if (sign === '~') return -1;
  return sign.charCodeAt(0) + (/[A-Za-z]/.test(sign) ? 0 : 256);
}

/** A number may be longer than what a double holds; none is 0. */
function compareNumbers(one: string, other: string): number {
  const difference = BigInt(one || '0') - BigInt(other || '0');
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
