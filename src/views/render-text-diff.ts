import type { StructuredPatch } from 'diff';
import type { PropertyChange } from '../engine/report.js';
import { printable } from './escape-control-characters.js';
import type { Style } from './style.js';

/** The length in characters up to which texts are compared line by line. */
const MAX_LENGTH = 400_000;
/** The number of lines of a difference that are shown. */
const MAX_LINES = 80;
/** The time limit of a comparison, in milliseconds. */
const TIMEOUT = 500;

/** Compares two texts with the package `diff`. */
export type CompareTexts = (from: string, to: string) => StructuredPatch | undefined;

/** Loads the package `diff`, which is needed only if a multi-line value changes. */
export async function loadCompareTexts(): Promise<CompareTexts> {
  const { structuredPatch } = await import('diff');
  return (from, to) => structuredPatch('', '', from, to, '', '', { context: 3, timeout: TIMEOUT });
}

/** Returns whether a change is between multi-line strings, which are best shown line by line. */
export function isTextChange(
  change: PropertyChange,
): change is PropertyChange & { from: string; to: string } {
  const { from, to } = change;
  return (
    typeof from === 'string' &&
    typeof to === 'string' &&
    (from.includes('\n') || to.includes('\n')) &&
    from.length + to.length <= MAX_LENGTH
  );
}

/** Renders the lines that differ with three lines of context, as `diff -u` does. */
export function renderTextDiff(patch: StructuredPatch, { paint }: Style, indent: string): string[] {
  const lines: string[] = [];
  for (const { oldStart, oldLines, newStart, newLines, lines: changed } of patch.hunks) {
    lines.push(paint.info(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`));
    for (const line of changed) {
      const shown = printable(line);
      lines.push(line.startsWith('+') ? paint.good(shown) : line.startsWith('-') ? paint.bad(shown) : shown);
    }
  }
  const left = lines.length - MAX_LINES;
  const kept = left > 5 ? [...lines.slice(0, MAX_LINES), paint.faint(`… ${left} more lines`)] : lines;
  return kept.map((line) => indent + line);
}
