import { expect } from 'chai';
import type { Edit } from '../../../src/resources/config/dialect.js';
import { editConfig } from '../../../src/resources/config/edit-config.js';
import { osloDialect } from '../../../src/resources/config/oslo-dialect.js';

/** Edits a text; edits are written `section/setting` with a value, several, or null for none. */
function edited(
  text: string,
  edits: Record<string, string | string[] | null>,
  more: Partial<Edit> = {},
): string {
  const list = Object.entries(edits).map(([title, values]): Edit => {
    const [section = '', setting] = title.split(/\/(.*)/s);
    return { section, setting, values: values === null ? [] : [values].flat(), ...more };
  });
  return editConfig(text, list);
}

describe('Editing a configuration file', () => {
  describe('a setting that is not there yet', () => {
    it('goes behind the first commented sample of it, wherever that is in its section', () => {
      const text = '[DEFAULT]\n# Say more.\n#debug = false\n#debug = true\n\n[cors]\n#debug = x\n';
      expect(edited(text, { 'DEFAULT/debug': 'True' })).to.equal(
        '[DEFAULT]\n# Say more.\n#debug = false\ndebug = True\n#debug = true\n\n[cors]\n#debug = x\n',
      );
    });

    it('takes nothing from a line without a name, nor from sections that are not there', () => {
      const text = '[a]\n : 1\n';
      expect(edited(text, { 'a/debug': 'True' })).to.equal(`${text}debug=True\n`);
      const document = osloDialect.parse(text);
      expect(document.values('a', '')).to.deep.equal([]);
      expect(document.values('nowhere', 'debug')).to.deep.equal([]);
      expect(document.values('a', 'debug')).to.deep.equal([]);
    });

    for (const sample of ['#debug=false', '# debug=false', ';debug=false', '  ##  debug=false']) {
      it(`takes '${sample}' for a sample`, () => {
        expect(edited(`[a]\n${sample}\nz=1\n`, { 'a/debug': 'True' })).to.equal(
          `[a]\n${sample}\ndebug=True\nz=1\n`,
        );
      });
    }

    it('does not take prose that mentions the setting for a sample', () => {
      const text = '[a]\n# If debug = true, more is said. See also: debug = x\n#other=1\n';
      expect(edited(text, { 'a/debug': 'True' })).to.equal(`${text}debug=True\n`);
    });

    it('else goes to the end of its section, before the blank lines there', () => {
      expect(edited('[a]\nx=1\n\n\n[b]\ny=1\n', { 'a/z': '2' })).to.equal('[a]\nx=1\nz=2\n\n\n[b]\ny=1\n');
    });

    it('stays out of a comment that speaks of the next section', () => {
      const text = '[a]\nx=1\n\n# About b.\n[b]\ny=1\n';
      expect(edited(text, { 'a/z': '2' })).to.equal('[a]\nx=1\nz=2\n\n# About b.\n[b]\ny=1\n');
    });

    it('follows the header of a section that is empty', () => {
      expect(edited('[a]\n\n[b]\n', { 'a/z': '2' })).to.equal('[a]\nz=2\n\n[b]\n');
    });

    it('is indented as the section is', () => {
      expect(edited('[a]\n\tx=1\n\ty=1\n', { 'a/z': '2' })).to.equal('[a]\n\tx=1\n\ty=1\n\tz=2\n');
    });

    it('keeps the order in which several are given', () => {
      expect(edited('[a]\n', { 'a/z': '1', 'a/y': '2', 'a/x': '3' })).to.equal('[a]\nz=1\ny=2\nx=3\n');
    });

    it('is written once per value', () => {
      expect(edited('[a]\n#m=\n', { 'a/m': ['1', '2', '1'] })).to.equal('[a]\n#m=\nm=1\nm=2\nm=1\n');
    });

    it('may be empty', () => {
      expect(edited('[a]\nx = 1\n', { 'a/b': '' })).to.equal('[a]\nx = 1\nb =\n');
    });
  });

  describe("the separator of a new line is the file's own", () => {
    it('that of most settings', () => {
      expect(edited('[a]\nx = 1\ny=2\nz  =  3\n', { 'a/n': '1' })).to.contain('\nn = 1\n');
    });

    it('that of the sample, if the file has no setting', () => {
      expect(edited('[a]\n#n = 0\n', { 'a/n': '1' })).to.equal('[a]\n#n = 0\nn = 1\n');
    });

    it("'=' if the file has neither", () => {
      expect(edited('', { 'a/n': '1' })).to.equal('[a]\nn=1\n');
    });

    it('unless one is given', () => {
      expect(edited('[a]\nx = 1\n', { 'a//v2': 'app' }, { separator: ': ' })).to.equal(
        '[a]\nx = 1\n/v2: app\n',
      );
    });
  });

  describe('an existing setting', () => {
    it('keeps its indentation and the spacing around its separator', () => {
      expect(edited('[a]\n  x   =\t1\n', { 'a/x': '2' })).to.equal('[a]\n  x   =\t2\n');
    });

    it('stays as it is, with trailing white space, if its value is in sync', () => {
      const text = '[a]\nx = y z  \t\n';
      expect(edited(text, { 'a/x': 'y z' })).to.equal(text);
    });

    it('may be split by a colon, as oslo.config and PasteDeploy read it', () => {
      expect(edited('[composite:root]\n/: apiversions\n', { 'composite:root//': 'v2' })).to.equal(
        '[composite:root]\n/: v2\n',
      );
    });

    it('gets the style of the file if it had no value', () => {
      expect(edited('[a]\nx = 1\nb =\n', { 'a/b': '2' })).to.equal('[a]\nx = 1\nb = 2\n');
    });

    it('is another one in other letters', () => {
      expect(edited('[a]\nDebug=1\n', { 'a/debug': '2' })).to.equal('[a]\nDebug=1\ndebug=2\n');
    });

    it('is another one in another section', () => {
      expect(edited('[a]\nx=1\n[b]\nx=1\n', { 'b/x': '2' })).to.equal('[a]\nx=1\n[b]\nx=2\n');
    });
  });

  describe('a setting on several lines', () => {
    const text = '[a]\nx=1\n# between\nx=2\ny=0\nx=3\n';

    it('is written once, at its first position, if one value is desired', () => {
      expect(edited(text, { 'a/x': '9' })).to.equal('[a]\nx=9\n# between\ny=0\n');
    });

    it('loses every copy when it is removed', () => {
      expect(edited(text, { 'a/x': null })).to.equal('[a]\n# between\ny=0\n');
    });

    it('stays as it is if it has the desired values in another order', () => {
      const disordered = '[a]\nx=2\nx=3\nx=1\n';
      for (const values of [
        ['1', '2', '3'],
        ['3', '2', '1'],
      ]) {
        expect(edited(text, { 'a/x': values })).to.equal(text);
        expect(edited(disordered, { 'a/x': values })).to.equal(disordered);
      }
    });

    it('is not the same with a value once more, or once less', () => {
      expect(edited('[a]\nx=1\nx=1\nx=2\n', { 'a/x': ['1', '2', '2'] })).to.equal('[a]\nx=1\nx=2\nx=2\n');
    });

    it('gets further values behind its last copy', () => {
      expect(edited(text, { 'a/x': ['1', '2', '3', '4'] })).to.equal(`${text}x=4\n`);
    });
  });

  describe('a value that is carried on by deeper lines', () => {
    const text = '[pipeline:main]\npipeline =\n    cors\n    # once more\n    authtoken\nnext = 1\n';

    it('is replaced as a whole; comments in it stay', () => {
      expect(edited(text, { 'pipeline:main/pipeline': 'cors app' })).to.equal(
        '[pipeline:main]\npipeline = cors app\n    # once more\nnext = 1\n',
      );
    });

    it('is removed as a whole', () => {
      expect(edited('[a]\nx = 1,\n  2\ny = 1\n', { 'a/x': null })).to.equal('[a]\ny = 1\n');
    });

    it('is not split by a setting that follows a sample within it', () => {
      expect(edited('[a]\nx = 1,\n#y = 0\n  2\n', { 'a/y': '1' })).to.equal(
        '[a]\nx = 1,\n#y = 0\n  2\ny = 1\n',
      );
    });

    it('ends at a blank line and at a line that is not deeper', () => {
      const indented = '[a]\n  x = 1\n  y = 2\n\n    z = 3\n';
      expect(edited(indented, { 'a/y': '5', 'a/z': '6' })).to.equal('[a]\n  x = 1\n  y = 5\n\n    z = 6\n');
    });

    it('never begins by accident: a new line is as deep as the line that it is put before', () => {
      expect(edited('[a]\n#n=0\n    x=1\n  y=1\n', { 'a/n': '1' })).to.equal(
        '[a]\n#n=0\n    n=1\n    x=1\n  y=1\n',
      );
    });
  });

  describe('sections', () => {
    it('that are missing are put at the end, each behind a blank line', () => {
      expect(edited('[a]\nx=1\n', { 'b/y': '2', 'c/z': '3', 'b/w': '4' })).to.equal(
        '[a]\nx=1\n\n[b]\ny=2\nw=4\n\n[c]\nz=3\n',
      );
    });

    it('are not made for what is to be absent', () => {
      expect(edited('[a]\nx=1\n', { 'b/y': null })).to.equal('[a]\nx=1\n');
    });

    it('keep their header when they become empty', () => {
      expect(edited('[a]\nx=1\n[b]\n', { 'a/x': null })).to.equal('[a]\n[b]\n');
    });

    it('may be there twice and count as one', () => {
      const text = '[a]\nx=1\n[b]\n[a]\n#n=0\nx=2\n';
      expect(edited(text, { 'a/x': '3', 'a/n': '1', 'a/m': '1' })).to.equal(
        '[a]\nx=3\nm=1\n[b]\n[a]\n#n=0\nn=1\n',
      );
    });

    it('named DEFAULT are inserted at the top, after the introductory comment', () => {
      expect(edited('# About this file.\n\n[b]\ny=1\n', { 'DEFAULT/x': '1' })).to.equal(
        '# About this file.\n\n[DEFAULT]\nx=1\n\n[b]\ny=1\n',
      );
      expect(edited('[b]\ny=1\n', { 'DEFAULT/x': '1' })).to.equal('[DEFAULT]\nx=1\n\n[b]\ny=1\n');
    });

    it('may have a bracket in their name, as property protections have', () => {
      const text = '[^x_[a-z]+]\nread = admin\n';
      expect(edited(text, { '^x_[a-z]+/read': 'member' })).to.equal('[^x_[a-z]+]\nread = member\n');
    });

    it('are found with a comment behind their header', () => {
      expect(edited('[a] ; the first\nx=1\n', { 'a/x': '2' })).to.equal('[a] ; the first\nx=2\n');
    });
  });

  describe('the layout of the file is preserved', () => {
    it('carriage returns, on old lines and new ones', () => {
      expect(edited('[a]\r\n#x=0\r\ny=1\r\n', { 'a/x': '1', 'a/y': '2', 'b/z': '3' })).to.equal(
        '[a]\r\n#x=0\r\nx=1\r\ny=2\r\n\r\n[b]\r\nz=3\r\n',
      );
    });

    it('mixed line ends, line by line', () => {
      expect(edited('[a]\r\nx=1\ny=1\n', { 'a/x': '2', 'a/z': '3' })).to.equal('[a]\r\nx=2\ny=1\nz=3\n');
    });

    it('a byte order mark', () => {
      expect(edited('\uFEFF[a]\nx=1\n', { 'a/x': '2' })).to.equal('\uFEFF[a]\nx=2\n');
    });

    it('a last line without an end', () => {
      expect(edited('[a]\nx=1', { 'a/x': '2' })).to.equal('[a]\nx=2');
      expect(edited('[a]\nx=1', { 'a/y': '2' })).to.equal('[a]\nx=1\ny=2');
    });

    it('invalid lines', () => {
      expect(edited('[a]\nflag\n= what\nx=1\n', { 'a/x': '2' })).to.equal('[a]\nflag\n= what\nx=2\n');
    });
  });

  it('applies the last of several edits of one setting', () => {
    const edits = ['1', '2'].map((value) => ({ section: 'a', setting: 'x', values: [value] }));
    expect(editConfig('', edits)).to.equal('[a]\nx=2\n');
  });
});
