import { matchWithTimeout } from '../../data/match-with-timeout.js';
import type { DesiredLine } from './attributes.js';
import { compileRubyPattern } from './ruby-pattern.js';
import type { Line, TextFile } from './text-file.js';

/** Several lines match, although only one may. */
export class AmbiguousLineError extends Error {}

/**
 * Returns the lines of a file in the desired state of one resource; the same array if they are in sync.
 * @throws {AmbiguousLineError} if a pattern matches several lines, and `multiple` does not allow that.
 */
export function editLines(file: TextFile, desired: DesiredLine): readonly Line[] {
  if (desired.ensure === 'absent') return removeLine(file, desired);
  const edited = ensureLine(file, desired);
  // Adding a line ends the last line of the file; removing one leaves the others as they are.
  return edited === file.lines ? edited : edited.map((line) => file.withEnding(line));
}

function removeLine({ lines }: TextFile, desired: DesiredLine): readonly Line[] {
  const { line, match } = desired;
  const byPattern = desired.match_for_absence && match !== undefined;
  const isRemoved = byPattern ? compileMatcher(match, lines) : (one: Line) => one.text === line;
  const count = lines.filter(isRemoved).length;
  if (count === 0) return lines;
  if (byPattern) requireSingleMatch(desired, 'match', count);
  return lines.filter((one) => !isRemoved(one));
}

function ensureLine(file: TextFile, desired: DesiredLine): readonly Line[] {
  const { lines } = file;
  const { line = '', match, after } = desired;
  const isPresent = lines.some(({ text }) => text === line);
  if (match !== undefined) {
    const matches = compileMatcher(match, lines);
    const everywhere = desired.replace_all_matches_not_matching_line;
    const replaced = lines.filter((one) => matches(one) && !(everywhere && one.text === line)).length;
    if (isPresent && !(everywhere && replaced > 0)) return lines;
    if (replaced > 0) {
      if (!desired.replace) return lines;
      requireSingleMatch(desired, 'match', replaced);
      return lines.map((one) => (matches(one) && one.text !== line ? { ...one, text: line } : one));
    }
    if (!desired.append_on_no_match) return lines;
  }
  if (isPresent) return lines;
  return after === undefined ? [...lines, file.createLine(line)] : insertAfter(file, desired, after, line);
}

function insertAfter(file: TextFile, desired: DesiredLine, after: string, line: string): readonly Line[] {
  const { lines } = file;
  const matches = compileMatcher(after, lines);
  const count = lines.filter(matches).length;
  if (count === 0) return [...lines, file.createLine(line)];
  if (desired.match !== undefined) {
    // With match, the line is inserted after the first one, as in Puppet.
    const first = lines.findIndex(matches);
    return lines.toSpliced(first + 1, 0, file.createLine(line));
  }
  requireSingleMatch(desired, 'after', count);
  return lines.flatMap((one) => (matches(one) ? [one, file.createLine(line)] : [one]));
}

function requireSingleMatch(desired: DesiredLine, attribute: 'match' | 'after', count: number): void {
  if (count <= 1 || desired.multiple) return;
  throw new AmbiguousLineError(
    `${count} lines of ${desired.path} match '${desired[attribute]}', and only one may; ` +
      'narrow the pattern, or set multiple: true',
  );
}

/** Matches a pattern against all lines at once. */
function compileMatcher(pattern: string, lines: readonly Line[]): (line: Line) => boolean {
  // Puppet's lines include the line break, so `\s` and `[^#]` match it.
  const texts = lines.map(({ text }) => `${text}\n`);
  const matches = matchWithTimeout(compileRubyPattern(pattern), texts, pattern);
  const matching = new Set(lines.filter((_line, index) => matches[index]));
  return (line) => matching.has(line);
}
