import { expect } from 'chai';
import { escapeMarkdown } from '../../scripts/escape-markdown.js';

describe('escapeMarkdown', () => {
  it('escapes what Markdown would take for markup', () => {
    expect(escapeMarkdown('db_sync of *all* <names> [a|b] \\ `')).to.equal(
      'db\\_sync of \\*all\\* \\<names\\> \\[a\\|b\\] \\\\ \\`',
    );
  });

  it('leaves code alone, in which a backslash would be shown', () => {
    expect(escapeMarkdown('see `log_dir` and log_dir, or `\\`')).to.equal(
      'see `log_dir` and log\\_dir, or `\\`',
    );
  });
});
