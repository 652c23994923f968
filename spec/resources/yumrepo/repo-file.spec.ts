import { expect } from 'chai';
import fc from 'fast-check';
import { RepoFile } from '../../../src/resources/yumrepo/repo-file.js';

describe("a file of yum's repositories", () => {
  const TEXT = '# top\n[a]\nname = A\nbaseurl=http://x\n\thttp://y\n# note\n\n[b]\nname=B';

  it('tells its sections and their settings', () => {
    const file = new RepoFile(TEXT);
    expect(file.sections).to.deep.equal(['a', 'b']);
    expect([...file.settings('a')]).to.deep.equal([
      ['name', 'A'],
      ['baseurl', 'http://x\nhttp://y'],
    ]);
    expect([...file.settings('c')]).to.deep.equal([]);
  });

  it('keeps all that is not concerned', () => {
    const file = new RepoFile(TEXT);
    file.set('a', 'name', 'Other');
    file.set('a', 'cost', '5');
    file.set('b', 'cost', '6');
    file.set('c', 'cost', '7');
    expect(file.text).to.equal(
      '# top\n[a]\nname = Other\nbaseurl=http://x\n\thttp://y\ncost=5\n# note\n\n[b]\nname=B\ncost=6\n[c]\ncost=7\n',
    );
  });

  it('takes out settings with all their lines, and sections', () => {
    const file = new RepoFile(TEXT);
    file.unset('a', 'baseurl');
    file.remove('b');
    expect(file.text).to.equal('# top\n[a]\nname = A\n# note\n\n');
  });

  it('writes a value of several lines so that it is read again', () => {
    const file = new RepoFile('[a]\nx=1\ny=2\n');
    file.set('a', 'x', 'http://x\nhttp://y');
    file.set('a', 'z', '3\n4');
    expect(file.text).to.equal('[a]\nx=http://x\n        http://y\ny=2\nz=3\n        4\n');
    expect(new RepoFile(file.text).settings('a').get('x')).to.equal('http://x\nhttp://y');
  });

  it('has what was set, whatever it had before, and the same bytes where nothing was', () => {
    const line = fc.constantFrom('[a]', '[b]', 'x=1', 'x = 2', ' more', '# c', '', 'odd', 'y=');
    const text = fc.array(line).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, fc.constantFrom('x', 'y', 'z'), (before, setting) => {
        expect(new RepoFile(before).text).to.equal(before);
        const file = new RepoFile(before);
        file.set('a', setting, 'new');
        const after = new RepoFile(file.text);
        expect(after.settings('a').get(setting)).to.equal('new');
        expect([...after.settings('b')]).to.deep.equal([...new RepoFile(before).settings('b')]);
      }),
    );
  });
});
