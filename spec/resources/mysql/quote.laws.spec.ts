import { expect } from 'chai';
import fc from 'fast-check';
import { parseAccount } from '../../../src/resources/mysql/account.js';
import {
  checkKeywords,
  quoteAccount,
  quoteIdentifier,
  quoteLiteral,
  quoteTarget,
} from '../../../src/resources/mysql/quote.js';
import { formatTarget, parseTarget } from '../../../src/resources/mysql/target.js';

/** Texts that are rich in what ends a quotation. */
const hostile = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('`', "'", '"', '\\', '%', '_', ';', '-', '#', ' ', '\n', '@', '.', 'ü', '😀'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
  })
  .filter((text) => !text.includes('\0'));

/** Reads one quoted thing as the server's lexer does, and gives what is left behind it. */
function lex(sql: string): { readonly value: string; readonly rest: string } {
  const quote = sql[0] as string;
  let value = '';
  for (let at = 1; at < sql.length; at++) {
    const sign = sql[at] as string;
    if (sign === '\\' && quote !== '`') value += sql[++at];
    else if (sign !== quote) value += sign;
    else if (sql[at + 1] === quote) value += sql[++at];
    else return { value, rest: sql.slice(at + 1) };
  }
  throw new Error(`it never ends: ${sql}`);
}

describe('names and values in statements', () => {
  it('are read back by the server as they were, with nothing left behind them', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(lex(quoteLiteral(text))).to.deep.equal({ value: text, rest: '' });
        expect(lex(quoteIdentifier(text))).to.deep.equal({ value: text, rest: '' });
      }),
    );
  });

  it('keep user and host apart, whatever they are called', () => {
    fc.assert(
      fc.property(hostile, hostile, (user, host) => {
        const first = lex(quoteAccount({ user, host }));
        expect([first.value, lex(first.rest.slice(1)).value]).to.deep.equal([user, host]);
      }),
    );
  });

  it('are refused where they have a NUL byte in them', () => {
    expect(() => quoteLiteral('a\0b')).to.throw('NUL');
    expect(() => quoteIdentifier('a\0b')).to.throw('NUL');
  });

  it('may stand without quotes only where they are words', () => {
    expect(checkKeywords('CREATE TEMPORARY TABLES')).to.equal('CREATE TEMPORARY TABLES');
    expect(() => checkKeywords('SELECT ON *.* TO x; DROP')).to.throw('is not the name of a privilege');
  });
});

describe('what a privilege is about', () => {
  const forms: readonly [given: string, text: string, sql: string][] = [
    ['*.*', '*.*', '*.*'],
    ['glance.*', 'glance.*', '`glance`.*'],
    ['`glance`.*', 'glance.*', '`glance`.*'],
    ['glance.images', 'glance.images', '`glance`.`images`'],
    ['test\\_%.*', 'test\\_%.*', '`test\\_%`.*'],
    ['a.b.*', 'a.b.*', '`a.b`.*'],
    ['`a``b`.`c.d`', 'a`b.c.d', '`a``b`.`c.d`'],
    ['FUNCTION glance.f', 'FUNCTION glance.f', 'FUNCTION `glance`.`f`'],
    ['procedure `glance`.`p`', 'PROCEDURE glance.p', 'PROCEDURE `glance`.`p`'],
    ['proxy@10.0.0.1', 'proxy@10.0.0.1', "'proxy'@'10.0.0.1'"],
    ['u@h.*', 'u@h.*', '`u@h`.*'],
  ];
  for (const [given, text, sql] of forms) {
    it(`is ${sql} for ${given}`, () => {
      const parsed = parseTarget(given);
      if (parsed === undefined) throw new Error('it was not understood');
      expect([formatTarget(parsed), quoteTarget(parsed)]).to.deep.equal([text, sql]);
    });
  }

  it('is not a name alone', () => {
    expect(['glance', '', '.', 'glance.', '.x'].map(parseTarget)).to.deep.equal(Array(5).fill(undefined));
  });
});

describe('an account', () => {
  const forms: readonly [given: string, user: string, host: string][] = [
    ['glance@LocalHost', 'glance', 'localhost'],
    ["'gl ance'@%", 'gl ance', '%'],
    ["o'brien@10.0.0.0/255.255.255.0", "o'brien", '10.0.0.0/255.255.255.0'],
    ['a@b@::1', 'a@b', '::1'],
    ['@localhost', '', 'localhost'],
    ['"\'x\'"@h', "'x'", 'h'],
  ];
  for (const [given, user, host] of forms) {
    it(`${given} is '${user}' from ${host}`, () => {
      expect(parseAccount(given)).to.deep.equal({ user, host });
    });
  }
});
