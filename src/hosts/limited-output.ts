/** Room for the sentence that replaces what was left out. */
const NOTICE = 80;

/**
 * Collects command output of any length in limited memory. Its beginning and its end are kept: the beginning shows what
 * was started, the end why it failed.
 */
export class LimitedOutput {
  readonly #head: Buffer[] = [];
  readonly #tail: Buffer[] = [];
  readonly #limit: number;
  readonly #half: number;
  #headLength = 0;
  #tailLength = 0;
  #total = 0;

  /** @param limit The maximum number of bytes that `text` returns. */
  constructor(limit: number) {
    this.#limit = limit;
    this.#half = Math.max(0, Math.floor((limit - NOTICE) / 2));
  }

  /** The number of bytes received so far. */
  get total(): number {
    return this.#total;
  }

  add(chunk: Buffer): void {
    this.#total += chunk.length;
    const room = this.#limit - this.#headLength;
    if (room > 0) {
      const kept = chunk.subarray(0, room);
      this.#head.push(kept);
      this.#headLength += kept.length;
    }
    if (room >= chunk.length) return;
    this.#tail.push(chunk.subarray(Math.max(0, room)));
    this.#tailLength += chunk.length - Math.max(0, room);
    while (this.#tailLength - (this.#tail[0]?.length ?? 0) >= this.#half) {
      this.#tailLength -= this.#tail.shift()?.length ?? 0;
    }
  }

  /** Returns the output, without its middle if it is longer than the limit. */
  text(): string {
    const head = Buffer.concat(this.#head);
    if (this.#total <= this.#limit) {
      const whole = head.toString('utf8');
      if (Buffer.byteLength(whole) <= this.#limit) return whole;
    }
    // If little output follows the first part, the rest of the first part belongs to the end.
    const end = Buffer.concat([head.subarray(this.#half), ...this.#tail]);
    const first = fitting(wholeCharacters(head.subarray(0, this.#half)), this.#half, (size) => [0, size]);
    const last = fitting(
      end.subarray(firstBoundary(end, Math.max(0, end.length - this.#half))),
      this.#half,
      (size, length) => [length - size, length],
    );
    return `${first}\n[${this.#total - first.length - last.length} bytes left out]\n${last}`;
  }
}

/**
 * Returns the part of a buffer whose text has at most this many bytes: each byte that is not valid UTF-8 becomes a
 * character of three bytes.
 * @param part Returns the start and end of a part of a given size.
 */
function fitting(
  bytes: Buffer,
  limit: number,
  part: (size: number, length: number) => readonly [start: number, end: number],
): Buffer {
  let kept = bytes;
  for (;;) {
    const excess = Buffer.byteLength(kept.toString('utf8')) - limit;
    if (excess <= 0) return kept;
    kept = kept.subarray(...part(kept.length - Math.ceil(excess / 3), kept.length));
  }
}

/** Returns the bytes without an incomplete character at their end. */
function wholeCharacters(bytes: Buffer): Buffer {
  let start = bytes.length - 1;
  while (isContinuation(bytes[start])) start -= 1;
  const lead = bytes[start] ?? 0;
  // No character begins with 0xc0 or 0xc1.
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  return start + length > bytes.length ? bytes.subarray(0, start) : bytes;
}

/** Returns where the first whole character begins, at or after an offset. */
function firstBoundary(bytes: Buffer, offset: number): number {
  let start = offset;
  while (start < offset + 3 && isContinuation(bytes[start])) start += 1;
  return start;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
