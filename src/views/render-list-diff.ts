import type { PropertyChange } from '../engine/report.js';
import { formatValue } from './format-value.js';
import type { Style } from './style.js';

/** The number of lines of a difference that are shown. */
const MAX_LINES = 80;
/** The length in characters to which items are truncated. */
const MAX_ITEM_LENGTH = 500;

/**
 * Renders the items that a list loses and gains, one per line, so that a reader of a plan sees every removed item.
 * Undefined if the values are not lists, or if both fit on one line.
 * @param room The number of characters available for each of the two values.
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
