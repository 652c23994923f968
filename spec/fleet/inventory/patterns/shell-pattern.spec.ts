import { expect } from 'chai';
import { compileShellPattern } from '../../../../src/fleet/inventory/patterns/shell-pattern.js';

const matching = (pattern: string, ...names: readonly string[]) => names.filter(compileShellPattern(pattern));

describe('a shell pattern', () => {
  it('matches whole names, with any number of characters for *, and one for ?', () => {
    expect(matching('w*b?', 'web1', 'wb2', 'web', 'xweb1', 'web12')).to.deep.equal(['web1', 'wb2']);
    expect(matching('*', '', 'a')).to.deep.equal(['', 'a']);
    expect(matching('a.b', 'a.b', 'axb')).to.deep.equal(['a.b']);
  });

  it('has sets with ranges, and their complements', () => {
    expect(matching('[a-cx]1', 'a1', 'b1', 'x1', 'd1', '-1')).to.deep.equal(['a1', 'b1', 'x1']);
    expect(matching('[!a-c]1', 'a1', 'd1', '!1')).to.deep.equal(['d1', '!1']);
    expect(matching('[a-]', 'a', '-', 'b')).to.deep.equal(['a', '-']);
    expect(matching('[c-a]', 'a', 'b', 'c')).to.deep.equal([]);
  });

  it('takes a bracket that is first in a set as a member, and one that opens no set as itself', () => {
    expect(matching('[]a]', ']', 'a', 'b')).to.deep.equal([']', 'a']);
    expect(matching('[!]a]', ']', 'a', 'b')).to.deep.equal(['b']);
    expect(matching('[a', '[a', 'a')).to.deep.equal(['[a']);
    expect(matching('[]', '[]', '')).to.deep.equal(['[]']);
    expect(matching('\\*', '\\x', '*')).to.deep.equal(['\\x']);
  });
});
