import fc from 'fast-check';

/** What means something to one format or another. */
export const signs: readonly string[] = [...'"\'\\#:;-%$@`!&*?|>[]{}(),=<~^. \t\n\r\u00000_ntey/'];

/** Characters that some readers take for a line break, a blank or nothing at all. */
const invisible = ['\x01', '\x1b', '\x7f', '\x85', '\xa0', '\u2028', '\u2029', '\ufeff', '\uffff'];

/** Texts with all that could end a word, a line, a quotation or a comment. */
export const oddText: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...signs) },
    { weight: 1, arbitrary: fc.constantFrom(...invisible) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  ),
  maxLength: 40,
});

/** As `oddText`, without NUL, which no file of lines of text can hold. */
export const oddFileText: fc.Arbitrary<string> = oddText.map((text) => text.replaceAll('\0', 'x'));

/** As `oddText`, on one line. */
export const oddLine: fc.Arbitrary<string> = oddText.map((text) =>
  text.replace(/[\p{Cc}\u2028\u2029]/gu, 'x'),
);
