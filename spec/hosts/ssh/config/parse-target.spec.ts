import { expect } from 'chai';
import { parseTarget } from '../../../../src/hosts/ssh/config/parse-target.js';

describe('a destination', () => {
  const cases: Readonly<Record<string, readonly [string, string | undefined, number | undefined]>> = {
    db01: ['db01', undefined, undefined],
    'root@192.0.2.7': ['192.0.2.7', 'root', undefined],
    'u1@db01:2222': ['db01', 'u1', 2222],
    '::1': ['::1', undefined, undefined],
    'root@[::1]:22': ['::1', 'root', 22],
    'ssh://u1@db01:22/': ['db01', 'u1', 22],
    'a@b@db01': ['db01', 'a@b', undefined],
  };
  for (const [text, [host, user, port]] of Object.entries(cases)) {
    it(`is parsed: ${text}`, () => {
      expect(parseTarget(text)).to.deep.equal({ host, user, port });
    });
  }
  for (const text of [
    '',
    '-oProxyCommand=x',
    'a b',
    'x;id',
    '$(id)',
    'u1@',
    '-l@x',
    'x:0',
    'x:70000',
    'x\n',
    '@x',
  ]) {
    it(`is refused: ${JSON.stringify(text)}`, () => {
      expect(() => parseTarget(text)).to.throw(/^cannot connect to/);
    });
  }
});
