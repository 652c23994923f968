/** Compares two versions or releases segment by segment, as rpm does: negative if the first is older. */
export function compareVersions(one: string, other: string): number {
  const left = splitSegments(one);
  const right = splitSegments(other);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = compareSegments(left[at], right[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** Splits into digits, letters, `~` and `^`; all other characters only separate. */
function splitSegments(version: string): string[] {
  return version.match(/\d+|[A-Za-z]+|[~^]/g) ?? [];
}

function compareSegments(left: string | undefined, right: string | undefined): number {
  // A tilde sorts before everything, even before the end: 1.0~rc1 is older than 1.0.
  if (left === '~' || right === '~') return left === right ? 0 : left === '~' ? -1 : 1;
  // A caret sorts after the end and before anything else: 1.0^git1 is newer than 1.0 and older than 1.0.1.
  if (left === '^' || right === '^') {
    if (left === right) return 0;
    if (left === '^') return right === undefined ? 1 : -1;
    return left === undefined ? -1 : 1;
  }
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  const numbers = [/^\d/.test(left), /^\d/.test(right)];
  if (numbers[0] !== numbers[1]) return numbers[0] ? 1 : -1;
  if (numbers[0]) {
    const difference = BigInt(left) - BigInt(right);
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }
  return left === right ? 0 : left < right ? -1 : 1;
}

/** An epoch, version and release; what is not specified is undefined. */
export interface Evr {
  readonly epoch: string | undefined;
  readonly version: string;
  readonly release: string | undefined;
}

/** Parses `[epoch:]version[-release]`. */
export function parseEvr(text: string): Evr {
  const [, epoch, version, release] = /^(?:(\d+):)?(.*?)(?:-([^-]*))?$/.exec(text) ?? [];
  return { epoch, version: version ?? text, release };
}

/** Compares epoch, version and release; a part that one side omits is not compared. */
export function compareEvr(one: string, other: string): number {
  const left = parseEvr(one);
  const right = parseEvr(other);
  const epochs = compareVersions(left.epoch ?? '0', right.epoch ?? '0');
  if (epochs !== 0) return epochs;
  const versions = compareVersions(left.version, right.version);
  if (versions !== 0 || left.release === undefined || right.release === undefined) return versions;
  return compareVersions(left.release, right.release);
}
