import { expect } from 'chai';
import fc from 'fast-check';
import { decodeTerms } from '../../../../src/resources/rabbitmq/erlang/decode-term.js';
import { encodeTerm } from '../../../../src/resources/rabbitmq/erlang/encode-term.js';
import {
  Atom,
  atom,
  binary,
  Charlist,
  matchTuple,
  Opaque,
  type Term,
  TermMap,
  Tuple,
  tuple,
} from '../../../../src/resources/rabbitmq/erlang/term.js';

/** Terms as Erlang/OTP 25 wrote them, in base64. */
const written: readonly [what: string, base64: string, term: Term][] = [
  ['an atom', 'g2QAAm9r', atom('ok')],
  ['an atom with letters beyond ASCII', 'g2QABPxiY2Q=', atom('übcd')],
  ['a small number', 'g2EH', 7],
  ['a negative number', 'g2L/////', -1],
  ['a number of 40 bits', 'g24FAAAAAAAB', 2 ** 32],
  ['a float', 'g0Y/8AAAAAAAAA==', 1],
  ['a binary', 'g20AAAACaGk=', binary('hi')],
  ['a list of bytes', 'g2sAAgEC', new Charlist(Buffer.from([1, 2]))],
  ['the empty list', 'g2o=', []],
  ['a list', 'g2wAAAABYgAAASxq', [300]],
  ['a tuple', 'g2gCYQFhAg==', tuple(1, 2)],
  ['a map', 'g3QAAAABZAABYWEB', new TermMap([[atom('a'), 1]])],
  ['a negative number of 40 bits', 'g24FAQAAAAAB', -(2 ** 32)],
  ...[
    ['a process', 'g1hkAAlyYWJiaXRAdm0AAAPAAAAAAGsANoc='],
    ['a reference', 'g1oAA2QACXJhYmJpdEB2bWsANocAAVezT2gAAdMX5Uk='],
    ['a function', 'g3FkAAVsaXN0c2QAA21hcGEC'],
    ['a string of bits', 'g00AAAABAyA='],
  ].map(([what = '', base64 = '']): [string, string, Term] => [
    what,
    base64,
    new Opaque(Buffer.from(base64, 'base64').subarray(1)),
  ]),
];

const arbitrary = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    fc.bigInt({ min: 2n ** 60n, max: 2n ** 300n }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one)),
    fc.string({ unit: 'grapheme', maxLength: 40 }).map(atom),
    fc.string({ unit: 'grapheme' }).map(binary),
    fc.array(tie('term'), { maxLength: 5 }).map((all) => tuple(...all)),
    fc.array(tie('term'), { maxLength: 5 }),
    fc.array(fc.tuple(tie('term'), tie('term')), { maxLength: 4 }).map((pairs) => new TermMap(pairs)),
  ),
})).term;

describe('terms of Erlang', () => {
  for (const [what, base64, term] of written) {
    it(`are read as Erlang writes them: ${what}`, () => {
      expect(decodeTerms(Buffer.from(base64, 'base64'))).to.deep.equal([term]);
    });
  }

  it('are read as they were written, whatever they are', () => {
    fc.assert(
      fc.property(arbitrary, (term) => {
        expect(decodeTerms(encodeTerm(term))).to.deep.equal([term]);
      }),
    );
  });

  it('are refused where they are cut off, wherever that is', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (term, cut) => {
        const bytes = encodeTerm(term);
        const part = bytes.subarray(0, 1 + (cut % (bytes.length - 1)));
        expect(() => decodeTerms(part)).to.throw(/incomplete/);
      }),
    );
  });

  it('are handed back as they came where nothing here can read them', () => {
    const reference = Buffer.from('WgADdwFhAAAAAQAAAAIAAAADAAAABA==', 'base64');
    const bytes = Buffer.concat([Buffer.from([131, 104, 2, 119, 1, 0x78]), reference]);
    const [term] = decodeTerms(bytes);
    expect(matchTuple(term, 'x')).to.deep.equal([new Atom('x'), new Opaque(reference)]);
    expect(decodeTerms(encodeTerm(term as Term))).to.deep.equal([term]);
  });

  it('are told apart by their first element', () => {
    expect(matchTuple(new Tuple([atom('ok'), 1]), 'ok')).to.deep.equal([atom('ok'), 1]);
    expect(matchTuple(new Tuple([binary('ok'), 1]), 'ok')).to.equal(undefined);
    expect(matchTuple([atom('ok')], 'ok')).to.equal(undefined);
  });
});
