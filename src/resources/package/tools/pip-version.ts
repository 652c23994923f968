/** The parts of a Python version (PEP 440), in the order in which they are compared. */
type Key = readonly (number | string)[][];

const pattern =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d+)?)?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d+)?)?(?:[-_.]?(dev)[-_.]?(\d+)?)?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const letters: Readonly<Record<string, string>> = {
  alpha: 'a',
  beta: 'b',
  c: 'rc',
  pre: 'rc',
  preview: 'rc',
};

/** Compares two versions as pip does; what is not a Python version sorts before all versions. */
export function comparePythonVersions(one: string, other: string): number {
  const left = toSortKey(one);
  const right = toSortKey(other);
  if (left === undefined || right === undefined) {
    if (left !== undefined || right !== undefined) return left === undefined ? -1 : 1;
    return one === other ? 0 : one < other ? -1 : 1;
  }
  for (let at = 0; at < left.length; at += 1) {
    const order = compareLists(left[at] ?? [], right[at] ?? []);
    if (order !== 0) return order;
  }
  return 0;
}

/** Returns whether a version is an alpha, a candidate or a development version. */
export function isPrerelease(version: string): boolean {
  const [, , , pre, , , , , dev] = pattern.exec(version.toLowerCase()) ?? [];
  return pre !== undefined || dev !== undefined;
}

function toSortKey(version: string): Key | undefined {
  const found = pattern.exec(version.trim().toLowerCase());
  if (found === null) return undefined;
  const [, epoch, release = '', pre, preNumber, postOnly, post, postNumber, dev, devNumber, local] = found;
  const numbers = release.split('.').map(Number);
  while (numbers.length > 1 && numbers.at(-1) === 0) numbers.pop();
  const hasPost = post !== undefined || postOnly !== undefined;
  // A development version of a release sorts before all of its candidates.
  const preKey = pre ? [0, letters[pre] ?? pre, Number(preNumber ?? 0)] : dev && !hasPost ? [-1] : [1];
  return [
    [Number(epoch ?? 0)],
    numbers,
    preKey,
    hasPost ? [1, Number(postNumber ?? postOnly ?? 0)] : [0],
    dev ? [0, Number(devNumber ?? 0)] : [1],
    // In a local version, numbers sort after words, and anything sorts after nothing.
    local ? local.split(/[-_.]/).flatMap((part) => (/^\d+$/.test(part) ? [1, Number(part)] : [0, part])) : [],
  ];
}

function compareLists(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const left = one[at];
    const right = other[at];
    if (left === right) continue;
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    return left < right ? -1 : 1;
  }
  return 0;
}
