import type { PropertyChange } from '../engine/report.js';
import { formatValue } from './format-value.js';
import type { Style } from './style.js';

/** What is shown of a difference at most, in lines. */
const MAX_LINES = 80;
/** Longer items are cut. Characters. */
const MAX_ITEM_LENGTH = 500;

/**
 * The items that a list loses and gains, each on a line of its own, so that whoever reads a plan sees all that goes.
 * Undefined where the values are no lists, or where both fit on one line as they are.
 * @param room How many characters there are for each of both values.
 */
export function renderListDiff(
  { from, to }: PropertyChange,
  { paint }: Style,
  indent: string,
  room: number,
): string[] | undefined {
  if (!Array.isArray(from) && !Array.isArray(to)) return undefined;
  const isWhole = (value: unknown) => formatValue(value, Number.POSITIVE_INFINITY).length <= room;
  if (isWhole(from) && isWhole(to)) return undefined;
  const before = itemsOf(from);
  const after = itemsOf(to);
  const lines = [
    ...[...before].filter((item) => !after.has(item)).map((item) => paint.bad(`- ${item}`)),
    ...[...after].filter((item) => !before.has(item)).map((item) => paint.good(`+ ${item}`)),
  ];
  if (lines.length === 0) return undefined;
  const left = lines.length - MAX_LINES;
  const kept = left > 5 ? [...lines.slice(0, MAX_LINES), paint.faint(`… ${left} more`)] : lines;
  return kept.map((line) => indent + line);
}

function itemsOf(value: unknown): ReadonlySet<string> {
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return new Set(items.map((item) => formatValue(item, MAX_ITEM_LENGTH)));
}
