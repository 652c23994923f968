import { managedFile, nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes, type WantedLine } from './attributes.js';
import { changeLines, readLines } from './read.js';
import { compileRubyPattern, PatternError } from './ruby-pattern.js';

/**
 * A line in a text file that others write too.
 * @example
 * new FileLine(site, 'proxy', { path: '/etc/environment', line: 'no_proxy=127.0.0.1', match: '^no_proxy=' });
 */
export class FileLine extends nativeType('file_line', attributes, {
  doc: 'A line that is in a text file, or is not; the rest of the file is left as it is.',
  normalize: (wanted) => ({
    ...wanted,
    multiple: wanted.multiple ?? wanted.replace_all_matches_not_matching_line,
  }),
  validate: validate,
  paths: ({ path }) => managedFile(path),
}) {}

provide(FileLine, {
  read: readLines,
  changeAll: changeLines,
  batchBy: ({ wanted }) => wanted.path,
  edits: ({ wanted }) => [wanted.path],
});

function* validate(wanted: WantedLine): Generator<string> {
  const { ensure, line, match, after, multiple, replace } = wanted;
  const byPattern = ensure === 'absent' && wanted.match_for_absence && match !== undefined;
  if (line === undefined && !byPattern) yield "needs a value for 'line'";
  if (wanted.encoding === 'iso-8859-1' && /[^\0-\xff]/.test(line ?? '')) {
    yield 'line has characters that iso-8859-1 does not have';
  }
  if (wanted.replace_all_matches_not_matching_line) {
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
