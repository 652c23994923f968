import { expect } from 'chai';
import fc from 'fast-check';
import { formatValue } from '../../src/views/format-value.js';
import {
  formatDuration,
  jsonLine,
  printableJson,
  printableLine,
  wantsColours,
  wrap,
} from '../../src/views/index.js';

describe('text of the views', () => {
  it('formats durations for people', () => {
    const said = [0, 340, 4210, 59_400, 65_000, 3_600_000, 7_380_000].map(formatDuration);
    expect(said).to.deep.equal(['0 ms', '340 ms', '4.2 s', '59 s', '1 min 05 s', '1 h 00 min', '2 h 03 min']);
  });

  it('is wrapped within the width, without losing a word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 80 }), (list, width) => {
        const lines = wrap(list.join(' '), width, '  ');
        expect(lines.every((line) => line.length <= width)).to.equal(true);
        expect(lines.map((line) => line.trim()).join(' ')).to.equal(list.join(' '));
      }),
    );
  });

  it('keeps a number and its unit on one line', () => {
    expect(wrap('4 restarted in 2 min 29 s', 23)).to.deep.equal(['4 restarted in 2 min', '29 s']);
    expect(wrap('it took 340 ms to say', 14)).to.deep.equal(['it took 340 ms', 'to say']);
  });

  it('formats values briefly and unambiguously', () => {
    const shown = [undefined, '', '0644', 'two words', ['one'], ['a', 'b c'], { a: 1 }, true, 'a\nb'].map(
      (value) => formatValue(value),
    );
    expect(shown).to.deep.equal([
      'nothing',
      "''",
      '0644',
      "'two words'",
      'one',
      "[a, 'b c']",
      '{"a":1}',
      'true',
      "'a\\nb'",
    ]);
    expect(formatValue('x'.repeat(100), 20)).to.equal(`${'x'.repeat(19)}…`);
  });

  it('escapes terminal sequences and bidirectional control characters', () => {
    expect(printableLine('a\x1b]0;title\x07b\r\n\u202ec')).to.equal('a\\e]0;title\\x07b\\r\\n\\u202ec');
    // Marks that turn the direction round, hide what follows, or are half a character.
    expect(printableLine('\u061ca\u200bb\ufeff\u{e0041}\ud800')).to.equal(
      '\\u061ca\\u200bb\\ufeff\\u{e0041}\\ud800',
    );
  });

  const identity = { formatVersion: 1, runId: 'b4fcf5a5-7a2f-4a4e-8a63-0f0ee4a6d6a4', host: 'a' } as const;

  it('is JSON that contains no control characters, with the same value', () => {
    const value = { '\x9b31m': ['\u202e\u2028', '\x7f\u{e0041}', 'é😀\t'] };
    const json = printableJson(value, 2);
    expect(json).to.match(/^[\n\x20-\x7eé😀]+$/u);
    expect(JSON.parse(json)).to.deep.equal(value);
    expect(printableJson(undefined)).to.equal('null');
    const text = JSON.stringify('\x9b\u2028');
    expect(
      jsonLine({ ...identity, type: 'message', reference: 'Notify[a]', text: '\x9b\u2028' }),
    ).not.to.contain(text);
  });

  it('has colours only on a terminal, unless the environment overrides it', () => {
    const terminal = { isTTY: true };
    expect(wantsColours(terminal, {})).to.equal(true);
    expect(wantsColours({}, {})).to.equal(false);
    expect(wantsColours(terminal, { NO_COLOR: '1' })).to.equal(false);
    expect(wantsColours(terminal, { TERM: 'dumb' })).to.equal(false);
    expect(wantsColours({}, { FORCE_COLOR: '1' })).to.equal(true);
    expect(wantsColours(terminal, { FORCE_COLOR: '0' })).to.equal(false);
  });

  it('is one line of JSON per event', () => {
    const event = { ...identity, type: 'message', reference: 'Notify[a]', text: 'two\nlines' } as const;
    const line = jsonLine(event);
    expect(line.indexOf('\n')).to.equal(line.length - 1);
    expect(JSON.parse(line)).to.deep.equal(event);
  });
});
