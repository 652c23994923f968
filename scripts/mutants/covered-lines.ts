/** V8's coverage of a script: the innermost range around an offset contains how often it ran. */
export interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly ranges: readonly {
      readonly startOffset: number;
      readonly endOffset: number;
      readonly count: number;
    }[];
  }[];
}

/** A source map as Node stores it with the coverage. */
export interface MappedLines {
  readonly lineLengths: readonly number[];
  readonly data: { readonly mappings: string };
}

/** Returns the lines of the original file, counted from 1, of which something ran. */
export function coveredLines({ functions }: ScriptCoverage, { lineLengths, data }: MappedLines): Set<number> {
  const ranges = functions
    .flatMap((one) => one.ranges)
    .sort((one, other) => one.startOffset - other.startOffset || other.endOffset - one.endOffset);
  const lines = new Set<number>();
  const open: (typeof ranges)[number][] = [];
  let next = 0;
  for (const { offset, line } of mappedPositions(data.mappings, lineLengths)) {
    for (let range = ranges[next]; range !== undefined && range.startOffset <= offset; range = ranges[++next])
      open.push(range);
    while ((open.at(-1)?.endOffset ?? Number.POSITIVE_INFINITY) <= offset) open.pop();
    if ((open.at(-1)?.count ?? 0) > 0) lines.add(line);
  }
  return lines;
}

/** Returns the offsets of a script that its source map contains, in order, with their original lines. */
function* mappedPositions(
  mappings: string,
  lineLengths: readonly number[],
): Generator<{ offset: number; line: number }> {
  let start = 0;
  let original = 0;
  for (const [index, segments] of mappings.split(';').entries()) {
    let column = 0;
    for (const segment of segments.split(',')) {
      if (segment === '') continue;
      const [right = 0, , down] = decodeNumbers(segment);
      column += right;
      if (down === undefined) continue;
      original += down;
      yield { offset: start + column, line: original + 1 };
    }
    start += (lineLengths[index] ?? 0) + 1;
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes the numbers of a segment, in the base64 VLQ of source maps. */
function decodeNumbers(segment: string): number[] {
  const found: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) !== 0) continue;
    found.push((value & 1) === 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return found;
}
