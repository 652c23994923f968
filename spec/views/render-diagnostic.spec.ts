import { expect } from 'chai';
import { problem } from '../../src/errors/diagnostic.js';
import { makePaint, renderDiagnostic, type Style } from '../../src/views/index.js';

const style: Style = { paint: makePaint(false), width: 80, directory: '/srv/site' };
const source = () => `import { File } from 'glance-apply';\n\n  new File(site, '/etc/motd');\n`;

describe('a rendered diagnostic', () => {
  it('contains the message, the source location with the line, and the hint', () => {
    const diagnostic = problem('resource.duplicate', 'File[/etc/motd] is declared a second time', {
      location: { file: '/srv/site/site.ts', line: 3, column: 3 },
      related: [
        { message: 'the first declaration is', location: { file: '/srv/site/motd.ts', line: 7, column: 1 } },
      ],
      hint: 'a resource has one owner: keep one of the two',
    });
    expect(renderDiagnostic(diagnostic, style, source).split('\n')).to.deep.equal([
      'error: File[/etc/motd] is declared a second time [resource.duplicate]',
      '  at site.ts:3:3',
      "     3 |   new File(site, '/etc/motd');",
      '       |   ^',
      '  the first declaration is motd.ts:7:1',
      '  hint: a resource has one owner: keep one of the two',
    ]);
  });

  it('redacts a secret in the line, and still marks the column', () => {
    const line = "new User(site, 'bob', { password: 'hunter2', uid: 'x' });";
    const location = { file: '/srv/site/site.ts', line: 1, column: line.indexOf('uid') + 1 };
    expect(
      renderDiagnostic(problem('spec/x', 'no luck', { location }), style, () => line)
        .split('\n')
        .slice(2),
    ).to.deep.equal([
      "     1 | new User(site, 'bob', { password: [redacted], uid: 'x' });",
      '       |                                               ^',
    ]);
  });

  it('omits what is unknown', () => {
    expect(renderDiagnostic(problem('spec/x', 'no luck'), style)).to.equal('error: no luck [spec/x]');
    const location = { file: '/no/such/file.ts', line: 3 };
    expect(renderDiagnostic(problem('spec/x', 'no luck', { location }), style)).to.equal(
      'error: no luck [spec/x]\n  at /no/such/file.ts:3',
    );
  });

  it('has its code after the message, or below it if the line is too short', () => {
    const shown = (length: number) =>
      renderDiagnostic(problem('resource.duplicate', 'x'.repeat(length)), style).split('\n');
    expect(shown(52)).to.deep.equal([`error: ${'x'.repeat(52)} [resource.duplicate]`]);
    expect(shown(53)).to.deep.equal([`error: ${'x'.repeat(53)}`, '  [resource.duplicate]']);
  });

  it('shows the part around the column of a long line', () => {
    const location = { file: '/srv/site/site.ts', line: 1, column: 301 };
    const rendered = renderDiagnostic(
      problem('spec/x', 'no luck', { location }),
      style,
      () => `${'a'.repeat(300)}B${'a'.repeat(300)}`,
    );
    const [, , excerpt = '', caret = ''] = rendered.split('\n');
    expect(excerpt.length).to.be.at.most(80);
    expect(excerpt[caret.indexOf('^')]).to.equal('B');
  });

  it('escapes control sequences', () => {
    expect(renderDiagnostic(problem('spec/x', 'no \x1b[2Jluck'), style)).to.equal(
      'error: no \\e[2Jluck [spec/x]',
    );
  });
});
