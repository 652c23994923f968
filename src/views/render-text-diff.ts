import type { StructuredPatch } from 'diff';
import type { PropertyChange } from '../engine/report.js';
import { printable } from './escape-control-characters.js';
import type { Style } from './style.js';

/** Longer texts are not compared line by line. Characters. */
const MAX_LENGTH = 400_000;
/** What is shown of a difference at most, in lines. */
const MAX_LINES = 80;
/** Longer than this a comparison may not take. Milliseconds. */
const TIMEOUT = 500;

/** The comparison of two texts, as the package `diff` makes it. */
export type CompareTexts = (from: string, to: string) => StructuredPatch | undefined;

/** Loads the package `diff`, which only a run that changes a text needs. */
export async function loadCompareTexts(): Promise<CompareTexts> {
  const { structuredPatch } = await import('diff');
  return (from, to) => structuredPatch('', '', from, to, '', '', { context: 3, timeout: TIMEOUT });
}

/** Whether a change is one between texts of several lines, best shown line by line. */
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

/** The lines that differ, with three around them, as `diff -u` shows them. */
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
