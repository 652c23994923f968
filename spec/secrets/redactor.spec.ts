import { expect } from 'chai';
import fc from 'fast-check';
import { Redactor } from '../../src/secrets/redactor.js';
import { REDACTED, Secret, secret } from '../../src/secrets/secret.js';
import { cpuTime } from '../cpu-time.js';

function knowing(...secrets: readonly unknown[]): Redactor {
  const redactor = new Redactor();
  for (const one of secrets) redactor.add(one);
  return redactor;
}

const percent = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`;
const bytes = (text: string) => [...Buffer.from(text, 'utf8')];
const units = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');
const escaped = (text: string) => text.replace(/[^\x20-\x7e]/g, (one) => `\\u${hex(one.charCodeAt(0), 4)}`);

/** Encodings as other programs make them, written without the code that undoes them. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'percent-encoded as encodeURIComponent does': encodeURIComponent,
  'percent-encoded in lower case': (text) =>
    encodeURIComponent(text).replace(/%../g, (one) => one.toLowerCase()),
  'percent-encoded byte by byte': (text) => bytes(text).map(percent).join(''),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'as a field of a form': (text) => new URLSearchParams({ a: text }).toString().slice(2),
  'in JSON': (text) => JSON.stringify(text).slice(1, -1),
  'in JSON of ASCII alone': (text) => escaped(JSON.stringify(text).slice(1, -1)),
  'in JSON with upper-case escapes': (text) =>
    escaped(JSON.stringify(text).slice(1, -1)).replace(
      /\\u\w{4}/g,
      (one) => `\\u${one.slice(2).toUpperCase()}`,
    ),
  'in JSON that escapes slashes and what HTML reads': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll('/', '\\/')
      .replace(/[<>&']/g, (one) => `\\u${hex(one.charCodeAt(0), 4)}`),
  'with every character as \\u': (text) =>
    units(text)
      .map((code) => `\\u${hex(code, 4)}`)
      .join(''),
  'with every character as \\u{…}': (text) =>
    [...text].map((one) => `\\u{${one.codePointAt(0)?.toString(16)}}`).join(''),
  'with every character as \\U': (text) =>
    [...text].map((one) => `\\U${hex(one.codePointAt(0) ?? 0, 8)}`).join(''),
  'in JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'in the bytes of Python': (text) =>
    bytes(text)
      .map((byte) =>
        byte >= 0x20 && byte < 0x7f && byte !== 0x5c ? String.fromCharCode(byte) : `\\x${hex(byte, 2)}`,
      )
      .join(''),
  'in octal escapes': (text) =>
    bytes(text)
      .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
      .join(''),
  'as HTML with names': (text) =>
    text.replace(
      /[&<>"']/g,
      (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '&apos;',
    ),
  'as HTML with numbers': (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'as HTML with hexadecimal numbers': (text) =>
    [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  "in a shell's single quotes": (text) => text.replaceAll("'", "'\\''"),
  "in a shell's single quotes, quoted": (text) => text.replaceAll("'", `'"'"'`),
  'with backslashes for a shell': (text) => text.replace(/[^\w\n]/g, (one) => `\\${one}`),
  'in SQL with doubled quotes': (text) => text.replaceAll("'", "''"),
  'in SQL with backslashes': (text) => text.replace(/[\\'"]/g, (one) => `\\${one}`),
  'with doubled double quotes': (text) => text.replaceAll('"', '""'),
  'in hexadecimal': (text) => Buffer.from(text).toString('hex'),
  'in upper-case hexadecimal': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'as UTF-8 that is read as Latin-1': (text) => Buffer.from(text).toString('latin1'),
};

/** Texts that UTF-8 can carry, of four characters at least, as most passwords are. */
const password = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...`'"\\&<>%+ /é€😀$`),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
    minLength: 4,
    maxLength: 24,
  })
  .filter((text) => !/\p{Surrogate}/u.test(text) && text.trim() === text && text.length >= 4);

describe('a redactor blanks a secret', () => {
  for (const [name, encode] of Object.entries(encodings)) {
    it(name, () => {
      fc.assert(
        fc.property(password, (text) => {
          const shown = knowing(text).text(`the password (${encode(text)}) is wrong`);
          expect(shown).to.equal(`the password (${REDACTED}) is wrong`);
        }),
      );
    });
  }

  for (const encoding of ['base64', 'base64url'] as const) {
    it(`in ${encoding}, wherever in other data it stands`, () => {
      const any = fc.uint8Array({ maxLength: 5 });
      fc.assert(
        fc.property(password, any, any, (text, before, after) => {
          const encoded = Buffer.concat([before, Buffer.from(text), after]).toString(encoding);
          const shown = knowing(text).text(`data: ${encoded}`);
          // What is left depends on what stands around it as well, and gives a few bits of it away at most.
          const kept = Math.ceil(((before.length + after.length) * 8) / 6) + 4;
          expect(shown).to.contain(REDACTED);
          expect(shown.replace(REDACTED, '').length).to.be.at.most('data: '.length + kept);
        }),
      );
    });
  }

  it('in base64 that is broken into lines', () => {
    const key = 'a key that is longer than a line of base64 has room for: 0123456789 0123456789 0123456789';
    const encoded = Buffer.from(key).toString('base64').replace(/.{76}/g, '$&\n');
    expect(knowing(key).text(encoded)).to.match(/^\[redacted\].?=*$/);
  });

  it('with control characters, as C and shells write them', () => {
    const written = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', a: '\x07', e: '\x1b', 0: '\0' };
    for (const [letter, character] of Object.entries(written))
      expect(knowing(`pass${character}word`).text(`<pass\\${letter}word>`), letter).to.equal(`<${REDACTED}>`);
  });

  it('line by line, where it has several', () => {
    const redactor = knowing('first line\nsecond line\r\n\n  third line');
    expect(redactor.text('1 first line 2 second line 3   third line 4 third line')).to.equal(
      `1 ${REDACTED} 2 ${REDACTED} 3 ${REDACTED} 4 ${REDACTED}`,
    );
    expect(redactor.text(JSON.stringify('first line\nsecond line'))).not.to.match(/line/);
  });

  it('as a whole, where it contains another, or begins with it', () => {
    for (const secrets of [
      ['abcd', 'abcdefgh', 'efghij'],
      ['efghij', 'abcdefgh', 'abcd'],
    ]) {
      expect(knowing(...secrets).text('<abcdefgh>')).to.equal(`<${REDACTED}>`);
      expect(knowing(...secrets).text('<abcdefghij>')).to.equal(`<${REDACTED}>`);
      expect(knowing(...secrets).text('<abcd>')).to.equal(`<${REDACTED}>`);
    }
  });

  it('wherever several overlap, leaving nothing of any', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.array(short, { minLength: 1 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
        (secrets, text) => {
          const shown = knowing(...secrets).text(text);
          for (const one of secrets) expect(shown.replaceAll(REDACTED, '|')).not.to.contain(one);
          // What belongs to no secret stays.
          expect(shown.replaceAll(REDACTED, '').match(/c/g)).to.deep.equal(text.match(/c/g));
        },
      ),
    );
  });

  it('of a few characters where it is a value, and not inside of words', () => {
    const redactor = knowing('on');
    expect(redactor.value({ password: 'on', other: 'a person', list: ['on\n'] })).to.deep.equal({
      password: REDACTED,
      other: 'a person',
      list: [REDACTED],
    });
  });

  it('that is a number, as a text and as a number', () => {
    expect(knowing(secret(482913)).value({ pin: 482913, text: 'pin 482913', port: 5672 })).to.deep.equal({
      pin: REDACTED,
      text: `pin ${REDACTED}`,
      port: 5672,
    });
  });

  it('in bytes, and in hashes without a prototype', () => {
    const value = Object.assign(Object.create(null), {
      raw: Buffer.from('my hunter2!'),
      other: Buffer.from('x'),
    });
    const shown = knowing('hunter2!').value(value) as Record<string, unknown>;
    expect(shown.raw).to.equal(REDACTED);
    expect(shown.other).to.deep.equal(Buffer.from('x'));
  });
});

describe('a redactor knows', () => {
  it('what a template is made of, beside the whole', () => {
    const redactor = knowing(secret.text`user=${secret('glance!')};password=${secret('hunter2!')}`);
    expect(redactor.text('hunter2! of glance! in user=glance!;password=hunter2!')).to.equal(
      `${REDACTED} of ${REDACTED} in ${REDACTED}`,
    );
  });

  it('the passwords of a URL, encoded and decoded, those of several hosts too', () => {
    const redactor = knowing('rabbit://u:p%40ss%2Fword@one:5672,u:other@two:5672/?ssl=1');
    expect(redactor.text('p%40ss%2Fword p@ss/word p%40ss%2fword other one')).to.equal(
      `${REDACTED} ${REDACTED} ${REDACTED} ${REDACTED} one`,
    );
    expect(knowing('mysql://u:p@ssword@db/glance').text("access denied with 'p@ssword'")).to.equal(
      `access denied with '${REDACTED}'`,
    );
  });

  it('what must not be shown of a secret, where that is not its value', () => {
    const redactor = knowing(new Secret({ PATH: '/usr/bin', PASSWORD: 'hunter2!' }, ['hunter2!']));
    expect(redactor.text('/usr/bin hunter2!')).to.equal(`/usr/bin ${REDACTED}`);
  });

  it('what is left of one where a text was cut', () => {
    const redactor = new Redactor();
    redactor.add('hunter2-and-more');
    for (let length = 4; length < 16; length += 1)
      expect(redactor.text(`said ${'hunter2-and-more'.slice(0, length)}… and more`)).to.equal(
        'said [redacted]… and more',
      );
    const cut = (first: string, last: string) => redactor.text(`${first}\n[12 bytes left out]\n${last}`);
    expect(cut('a hunter2', '-and-more b')).to.equal('a [redacted]\n[12 bytes left out]\n[redacted] b');
    expect(cut('a hunter2', 'and more')).to.equal('a [redacted]\n[12 bytes left out]\nand more');
    expect(cut('hunt er2', 'd-more')).to.equal(
      'hunt er2\n[12 bytes left out]\nd-more'.replace('d-more', '[redacted]'),
    );
    expect(redactor.text('hunter2 and hun…')).to.equal('hunter2 and hun…');
  });

  it('nothing of other texts', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc %\\&+\'"u0') });
    fc.assert(
      fc.property(word, (text) => {
        expect(knowing('hunter2!', 'another one').text(text)).to.equal(text);
      }),
    );
  });

  it('secrets of any length in time, whatever is in them', () => {
    const secrets = [
      'x'.repeat(64_000),
      `${'a://b:'.repeat(10_000)}@`,
      `,${'a'.repeat(64_000)}:`,
      ':,'.repeat(30_000),
    ];
    for (const secret of secrets) {
      const spent = cpuTime(() =>
        expect(knowing(secret).text(`it is ${secret}!`)).to.equal(`it is ${REDACTED}!`),
      );
      expect(spent, secret.slice(0, 10)).to.be.below(5000);
    }
  });

  it('a password in a URL with a long name of its scheme', () => {
    expect(knowing('mysql+pymysql://glance:hunter2!@db/x').text('it was hunter2!')).to.equal(
      `it was ${REDACTED}`,
    );
  });
});
