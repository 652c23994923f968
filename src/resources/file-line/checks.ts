import type { DesiredLine } from './attributes.js';
import { compileRubyPattern, PatternError } from './ruby-pattern.js';

/** Replacing all matches implies that several lines may match. */
export function normalize(desired: DesiredLine): DesiredLine {
  return { ...desired, multiple: desired.multiple ?? desired.replace_all_matches_not_matching_line };
}

/** Validates the attributes of a line together. */
export function* validate(desired: DesiredLine): Generator<string> {
  const { ensure, line, match, after, multiple, replace } = desired;
  const byPattern = ensure === 'absent' && desired.match_for_absence && match !== undefined;
  if (line === undefined && !byPattern) yield "needs a value for 'line'";
  if (desired.encoding === 'iso-8859-1' && /[^\0-\xff]/.test(line ?? '')) {
    yield 'line has characters that iso-8859-1 does not have';
  }
  if (desired.replace_all_matches_not_matching_line) {
    if (!multiple)
      yield 'replace_all_matches_not_matching_line replaces several lines, and multiple forbids that';
    if (!replace) yield 'replace_all_matches_not_matching_line replaces lines, and replace forbids that';
  }
  for (const pattern of [match, after]) {
    try {
      if (pattern !== undefined) compileRubyPattern(pattern);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      yield error.message;
    }
  }
}
