import { expect } from 'chai';
import { ConfigDocument } from '../../../src/resources/config/config-document.js';

describe('a configuration file that is read', () => {
  const valuesIn = (...lines: readonly string[]) => new ConfigDocument(lines.join('\n')).values('a', 'x');

  it('has values that are carried on by deeper lines, up to the last one', () => {
    expect(valuesIn('[a]', 'x = 1', '  2', '  3')).to.deep.equal(['1\n2\n3']);
    expect(valuesIn('[a]', 'x =', '  2', 'y = 3')).to.deep.equal(['\n2']);
  });

  it('has values that are carried on from its first line', () => {
    expect(new ConfigDocument('x = 1\n  2\n').values('', 'x')).to.deep.equal(['1\n2']);
  });

  it('has values that comments do not end, and blank lines do', () => {
    expect(valuesIn('[a]', 'x = 1', '# of x', '  2', '  # of x too', '  3')).to.deep.equal(['1\n2\n3']);
    expect(valuesIn('[a]', 'x = 1', '', '  y = 2')).to.deep.equal(['1']);
  });

  it('has settings that are as deep as the one above, whatever that depth is', () => {
    expect(valuesIn('[a]', '  y = 1', '  x = 2', '   3', ' x = 4')).to.deep.equal(['2\n3', '4']);
  });

  it('has sections that are carried on elsewhere, and none in a value', () => {
    expect(valuesIn('[a]', 'x = 1', '[b]', 'x = 2', '[a]', 'x = 3', ' [b]', 'x = 4')).to.deep.equal([
      '1',
      '3\n[b]',
      '4',
    ]);
  });
});
