import type { SourceLocation } from '../../../errors/source-location.js';

/** One element of a pattern that selects hosts. */
export interface PatternElement {
  /** As it was written, for messages. */
  readonly written: string;
  /** Adds hosts, keeps only those of the element, or removes them. */
  readonly kind: 'add' | 'keep' | 'remove';
  /** The name, shell pattern, or regular expression after `~`. */
  readonly expression: string;
  readonly slice: Slice | undefined;
  /** The line of a file with one element per line. */
  readonly location: SourceLocation | undefined;
}

/** A part of the hosts that an expression selects, counted from 0, both ends included. */
export interface Slice {
  /** Negative to count from the end. */
  readonly begin: number;
  /** Undefined for a single host; infinite up to the end. */
  readonly end: number | undefined;
}

const subscript = /^(.+)\[(?:(-?[0-9]+)|([0-9]+)[:-]([0-9]*))\]$/s;

/** Parses an element: `!db*`, `&~web[0-9]+`, `web[0:2]`. */
export function parseElement(written: string, location?: SourceLocation): PatternElement {
  const [sign] = written;
  const kind = sign === '!' ? 'remove' : sign === '&' ? 'keep' : 'add';
  const expression = kind === 'add' ? written : written.slice(1);
  const [, name, index, begin, end] = (expression.startsWith('~') ? null : subscript.exec(expression)) ?? [];
  const slice =
    name === undefined
      ? undefined
      : index === undefined
        ? { begin: Number(begin), end: end === '' ? Number.POSITIVE_INFINITY : Number(end) }
        : { begin: Number(index), end: undefined };
  return { written, kind, expression: name ?? expression, slice, location };
}
