import { expect } from 'chai';
import { formatContent, SHOWN_LIMIT } from '../../../src/resources/file/show-contents.js';

describe('the content of a file in a report', () => {
  it('is text up to the limit, and its checksum above', () => {
    const text = 'a'.repeat(SHOWN_LIMIT);
    expect(formatContent(Buffer.from(text))).to.equal(text);
    expect(formatContent(Buffer.from(`${text}a`))).to.match(/^\{sha256\}[0-9a-f]{64}$/);
  });

  it('is a checksum if it is not text', () => {
    for (const bytes of [[0xff], [0x61, 0]])
      expect(formatContent(Buffer.from(bytes))).to.match(/^binary, \d bytes \{sha256\}[0-9a-f]{64}$/);
  });
});
