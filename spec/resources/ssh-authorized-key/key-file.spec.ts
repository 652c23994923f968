import { expect } from 'chai';
import fc from 'fast-check';
import { KeyFile } from '../../../src/resources/ssh-authorized-key/key-file.js';
import { formatKey, isOption, parseKey } from '../../../src/resources/ssh-authorized-key/key-line.js';
import { userKeyTypes } from '../../../src/resources/ssh-keys/key-types.js';

const text = fc.string({ unit: fc.constantFrom('a', ' ', ',', '=', '#', '\\"', 'é'), maxLength: 8 });
const option = fc.oneof(
  fc.constantFrom('no-pty', 'restrict', 'cert-authority'),
  text.map((value) => `from="${value}"`),
);

describe('a line of an authorized_keys file', () => {
  it('is parsed into what it was formatted from', () => {
    const key = fc.record({
      name: text.map((name) => name.trim()).filter((name) => name !== ''),
      type: fc.constantFrom(...userKeyTypes),
      key: fc.constantFrom('AAAAB3Nza+/==', 'AAAAC3'),
      options: fc.array(option, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(key, (one) => {
        expect(parseKey(formatKey(one))).to.deep.equal(one);
        for (const each of one.options) expect(isOption(each)).to.equal(true);
      }),
    );
  });

  it('is undefined for a comment, a blank line or a line without a key', () => {
    for (const line of ['', '  ', '# ssh-rsa AAAA me', 'ssh-rsa', '1024 35 1234 me', 'hello world'])
      expect(parseKey(line), line).to.equal(undefined);
  });

  it('may have blanks and commas in the options, around them, and in the comment', () => {
    expect(parseKey('command="echo, \\"hi\\" ssh-rsa" , no-pty  ssh-rsa AAAA  me at home ')).to.deep.equal({
      name: 'me at home',
      type: 'ssh-rsa',
      key: 'AAAA',
      options: ['command="echo, \\"hi\\" ssh-rsa"', 'no-pty'],
    });
    expect(parseKey('environment="",from="a" ssh-ed25519 AAAA')).to.deep.include({
      name: '',
      options: ['environment=""', 'from="a"'],
    });
  });

  it('has options of one form only', () => {
    for (const wrong of ['', 'a b', 'from=10.0.0.1', 'from="a" b', 'from="a"b"', 'a,b'])
      expect(isOption(wrong), wrong).to.equal(false);
  });
});

describe('an authorized_keys file', () => {
  const before = '# mine\nssh-rsa AAAA me\nssh-rsa BBBB\n\nssh-dss CCCC you there\nssh-rsa DDDD\n';

  it('calls keys without a comment by their place, and never writes that down', () => {
    const file = new KeyFile('/k', before);
    expect(file.keys.map(({ name }) => name)).to.deep.equal([
      'me',
      '/k:unnamed-1',
      'you there',
      '/k:unnamed-2',
    ]);
    const unnamed = file.find('/k:unnamed-1');
    if (unnamed) file.put({ ...unnamed, key: 'EEEE' });
    expect(file.text).to.equal(before.replace('BBBB', 'EEEE'));
  });

  it('has a key changed in its place, added at the end, and taken out with its line alone', () => {
    const file = new KeyFile('/k', before);
    file.put({ name: 'me', type: 'ssh-ed25519', key: 'EEEE', options: ['no-pty'] });
    file.put({ name: 'new', type: 'ssh-rsa', key: 'FFFF', options: [] });
    file.remove(({ name }) => name === 'you there');
    expect(file.text).to.equal(
      '# mine\nno-pty ssh-ed25519 EEEE me\nssh-rsa BBBB\n\nssh-rsa DDDD\nssh-rsa FFFF new\n',
    );
  });
});
