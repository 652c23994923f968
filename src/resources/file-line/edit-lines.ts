import { matchWithTimeout } from '../../data/match-with-timeout.js';
import type { WantedLine } from './attributes.js';
import { compileRubyPattern } from './ruby-pattern.js';
import type { Line, TextFile } from './text-file.js';

/** Several lines match, although only one may. */
export class AmbiguousLineError extends Error {}

/**
 * Returns the lines of a file in the desired state of one resource; the same array if they are in sync.
 * @throws {AmbiguousLineError} if a pattern matches several lines, and `multiple` does not allow that.
 */
export function editLines(file: TextFile, wanted: WantedLine): readonly Line[] {
  if (wanted.ensure === 'absent') return removeLine(file, wanted);
  const edited = ensureLine(file, wanted);
  // Adding a line ends the last line of the file; removing one leaves the others as they are.
  return edited === file.lines ? edited : edited.map((line) => file.withEnding(line));
}

function removeLine({ lines }: TextFile, wanted: WantedLine): readonly Line[] {
  const { line, match } = wanted;
  const byPattern = wanted.match_for_absence && match !== undefined;
  const isRemoved = byPattern ? compileMatcher(match, lines) : (one: Line) => one.text === line;
  const count = lines.filter(isRemoved).length;
  if (count === 0) return lines;
  if (byPattern) requireSingleMatch(wanted, 'match', count);
  return lines.filter((one) => !isRemoved(one));
}

function ensureLine(file: TextFile, wanted: WantedLine): readonly Line[] {
  const { lines } = file;
  const { line = '', match, after } = wanted;
  const isPresent = lines.some(({ text }) => text === line);
  if (match !== undefined) {
    const matches = compileMatcher(match, lines);
    const everywhere = wanted.replace_all_matches_not_matching_line;
    const replaced = lines.filter((one) => matches(one) && !(everywhere && one.text === line)).length;
    if (isPresent && !(everywhere && replaced > 0)) return lines;
    if (replaced > 0) {
      if (!wanted.replace) return lines;
      requireSingleMatch(wanted, 'match', replaced);
      return lines.map((one) => (matches(one) && one.text !== line ? { ...one, text: line } : one));
    }
    if (!wanted.append_on_no_match) return lines;
  }
  if (isPresent) return lines;
  return after === undefined ? [...lines, file.createLine(line)] : insertAfter(file, wanted, after, line);
}

function insertAfter(file: TextFile, wanted: WantedLine, after: string, line: string): readonly Line[] {
  const { lines } = file;
  const matches = compileMatcher(after, lines);
  const count = lines.filter(matches).length;
  if (count === 0) return [...lines, file.createLine(line)];
  if (wanted.match !== undefined) {
    // With match, the line is inserted after the first one, as in Puppet.
    const first = lines.findIndex(matches);
    return lines.toSpliced(first + 1, 0, file.createLine(line));
  }
  requireSingleMatch(wanted, 'after', count);
  return lines.flatMap((one) => (matches(one) ? [one, file.createLine(line)] : [one]));
}

function requireSingleMatch(wanted: WantedLine, attribute: 'match' | 'after', count: number): void {
  if (count <= 1 || wanted.multiple) return;
  throw new AmbiguousLineError(
    `${count} lines of ${wanted.path} match '${wanted[attribute]}', and only one may; ` +
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
