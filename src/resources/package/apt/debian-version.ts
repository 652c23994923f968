/** Compares two versions as dpkg does, deb-version(7): negative if the first is older. */
export function compareDebianVersions(one: string, other: string): number {
  const left = parseVersion(one);
  const right = parseVersion(other);
  return (
    compareNumbers(left.epoch, right.epoch) ||
    compareParts(left.upstream, right.upstream) ||
    compareParts(left.revision, right.revision)
  );
}

/** Parses `[epoch:]upstream[-revision]`; a missing revision equals 0. */
function parseVersion(version: string): { epoch: string; upstream: string; revision: string } {
  const [, epoch = '', upstream = '', revision = ''] = /^(?:(\d+):)?(.*?)(?:-([^-]*))?$/.exec(version) ?? [];
  return { epoch, upstream, revision };
}

/** Compares non-digits and numbers alternately. */
function compareParts(one: string, other: string): number {
  const left = splitRuns(one);
  const right = splitRuns(other);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const compare = at % 2 === 0 ? compareCharacters : compareNumbers;
    const order = compare(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Splits into non-digits (possibly empty) and digits, alternately. */
function splitRuns(text: string): readonly string[] {
  const found: string[] = text.match(/\d+|\D+/g) ?? [];
  return /^\d/.test(text) ? ['', ...found] : found;
}

function compareCharacters(one: string, other: string): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const order = toSortWeight(one[at]) - toSortWeight(other[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** A tilde sorts before the end, letters after it, and other characters after letters. */
function toSortWeight(character: string | undefined): number {
  if (character === undefined) return 0;
  if (character === '~') return -1;
  return character.charCodeAt(0) + (/[A-Za-z]/.test(character) ? 0 : 256);
}

/** A number may have more digits than a double; an empty one is 0. */
function compareNumbers(one: string, other: string): number {
  const difference = BigInt(one || '0') - BigInt(other || '0');
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
