import { expect } from 'chai';
import { formatAugeasError, parseAugeasErrors } from '../../../src/resources/augeas/augeas-errors.js';

describe('an error of Augeas', () => {
  const texts = (nodes: Record<string, string>) =>
    parseAugeasErrors(new Map(Object.entries(nodes))).map(formatAugeasError);

  it('is formatted with message, kind and location', () => {
    const error = '/augeas/files/etc/hosts/error';
    const nodes = { [error]: 'parse_failed', [`${error}/line`]: '3', [`${error}/message`]: 'no match' };
    expect(texts(nodes)).to.deep.equal(['/etc/hosts:3: no match (parse_failed)']);
  });

  it('is formatted with its kind if it has no message', () => {
    expect(texts({ '/augeas/load/Xfm/error': 'Can not find lens Nope.lns' })).to.deep.equal([
      '/augeas/load/Xfm: Can not find lens Nope.lns',
    ]);
  });
});
