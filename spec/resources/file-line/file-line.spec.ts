import { lstat, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Scope } from '../../../src/catalog/index.js';
import { FileLine } from '../../../src/resources/file-line/file-line.js';
import { Workbench } from '../file/workbench.js';

type Attributes = NonNullable<ConstructorParameters<typeof FileLine>[2]>;

describe('file_line', () => {
  let bench: Workbench;
  let path: string;
  beforeEach(async () => {
    bench = await Workbench.open();
    path = bench.path('f');
  });
  afterEach(() => bench.close());

  const lines =
    (...all: readonly Attributes[]) =>
    (site: Scope) => {
      for (const [index, attributes] of all.entries())
        new FileLine(site, `line ${index}`, { path, ...attributes });
    };

  /** What becomes of a file's content; a second look must find nothing to do. */
  async function edited(before: string, ...all: readonly Attributes[]): Promise<string> {
    await writeFile(path, before);
    await bench.apply(lines(...all));
    expect(await bench.apply(lines(...all))).to.deep.equal({});
    return readFile(path, 'utf8');
  }
  async function refusal(before: string, attributes: Attributes): Promise<unknown> {
    await writeFile(path, before);
    return [...(await bench.plan(lines(attributes))).values()][0];
  }
  const errorOf = (attributes: Attributes) =>
    bench.plan(lines(attributes)).then(
      () => 'none',
      (error: Error) => error.message,
    );

  it('is added at the end if it is missing', async () => {
    expect(await edited('a\n', { line: 'b' })).to.equal('a\nb\n');
    expect(await edited('', { line: 'b' })).to.equal('b\n');
    expect(await edited('b\na\n', { line: 'b' })).to.equal('b\na\n');
    expect(await edited(' b\n', { line: 'b' })).to.equal(' b\nb\n');
  });

  it('is unreadable if a pattern takes too long, and other lines are read', async () => {
    await writeFile(path, `${'a'.repeat(50)}b\n`);
    for (const [name, pattern] of [
      ['match', '^(a+)+$'],
      ['after', '(a|a)*$'],
    ] as const) {
      const outcomes = [...(await bench.plan(lines({ line: 'x', [name]: pattern }, { line: 'y' }))).values()];
      expect(outcomes).to.have.length(2);
      expect(String(outcomes[0])).to.include(`the pattern '${pattern}' was stopped after 1 second`);
      expect(outcomes[1]).to.have.deep.property('is', { ensure: 'absent' });
    }
  });

  it('keeps the ends of lines as they are', async () => {
    expect(await edited('a\r\nb\r\n', { line: 'c' })).to.equal('a\r\nb\r\nc\r\n');
    expect(await edited('a\r\nb', { line: 'c', match: '^a$' })).to.equal('c\r\nb\r\n');
    expect(await edited('\uFEFFa\n', { line: 'a' })).to.equal('\uFEFFa\n');
  });

  it('ends the last line of a file if it adds or replaces one, and not if it only removes', async () => {
    expect(await edited('a\nb', { line: 'c' })).to.equal('a\nb\nc\n');
    expect(await edited('a\nb', { line: 'c', match: '^a' })).to.equal('c\nb\n');
    expect(await edited('a\nb', { line: 'b' })).to.equal('a\nb');
    expect(await edited('a', { line: '' })).to.equal('a\n\n');
    expect(await edited('a\nb\nc', { line: 'b', ensure: 'absent' })).to.equal('a\nc');
    expect(await edited('a\nb', { line: 'b', ensure: 'absent' })).to.equal('a\n');
  });

  it('matches with the end of the line, like Ruby, and no empty line after the last one', async () => {
    expect(await edited('x\n', { line: 'x 1', match: '^x\\s' })).to.equal('x 1\n');
    expect(await edited('x\ny\n', { line: 'z', match: '^$' })).to.equal('x\ny\nz\n');
    expect(await edited('x\n\ny\n', { line: 'z', match: '^$' })).to.equal('x\nz\ny\n');
  });

  it('replaces the line that matches', async () => {
    expect(await edited('x=1\ny=2\n', { line: 'x=3', match: '^x=' })).to.equal('x=3\ny=2\n');
  });

  it('reports which line it replaces', async () => {
    await writeFile(path, 'x=1\n');
    const [diff] = (await bench.plan(lines({ line: 'x=3', match: '^x=' }))).values();
    expect(diff).to.have.deep.property('differences', [{ property: 'line', is: 'x=1', should: 'x=3' }]);
  });

  it('does not choose between several lines that match', async () => {
    expect(await refusal('x=1\nx=2\n', { line: 'x=3', match: '^x=' })).to.match(
      /^2 lines of .* match '\^x='/,
    );
    expect(await edited('x=1\nx=2\n', { line: 'x=3', match: '^x=', multiple: true })).to.equal('x=3\nx=3\n');
  });

  it('is in sync if the line exists, whatever else matches', async () => {
    expect(await edited('x=3\nx=1\n', { line: 'x=3', match: '^x=' })).to.equal('x=3\nx=1\n');
    expect(
      await edited('x=3\nx=1\n', { line: 'x=3', match: '^x=', replace_all_matches_not_matching_line: true }),
    ).to.equal('x=3\nx=3\n');
  });

  it('can leave a match as it is, and a file without one', async () => {
    expect(await edited('x=1\n', { line: 'x=3', match: '^x=', replace: false })).to.equal('x=1\n');
    expect(await edited('y\n', { line: 'x=3', match: '^x=', append_on_no_match: false })).to.equal('y\n');
  });

  it('comes after the line that is named, or at the end', async () => {
    expect(await edited('[a]\n[b]\n', { line: 'x', after: '^\\[a\\]' })).to.equal('[a]\nx\n[b]\n');
    expect(await edited('[b]\n', { line: 'x', after: '^\\[a\\]' })).to.equal('[b]\nx\n');
    expect(await refusal('[a]\n[a]\n', { line: 'x', after: '^\\[a\\]' })).to.match(/^2 lines of .* match/);
    expect(await edited('[a]\n[a]\n', { line: 'x', after: '^\\[a\\]', multiple: true })).to.equal(
      '[a]\nx\n[a]\nx\n',
    );
    expect(await edited('a\nb\n', { line: 'x=1', match: '^x=', after: '^a' })).to.equal('a\nx=1\nb\n');
  });

  it('is removed in all its occurrences', async () => {
    expect(await edited('a\nb\na\n', { line: 'a', ensure: 'absent' })).to.equal('b\n');
  });

  it('is removed by pattern if that is set, and by its own text otherwise', async () => {
    const match = '^x=';
    expect(await edited('x=1\ny\n', { ensure: 'absent', match, match_for_absence: true })).to.equal('y\n');
    expect(await edited('x=1\ny\n', { ensure: 'absent', match, line: 'y' })).to.equal('x=1\n');
    expect(await refusal('x=1\nx=2\n', { ensure: 'absent', match, match_for_absence: true })).to.match(
      /^2 lines/,
    );
    // Puppet would find work here for ever, and do nothing.
    expect(await edited('y\n', { ensure: 'absent', match, match_for_absence: true, line: 'y' })).to.equal(
      'y\n',
    );
  });

  it('is written together with the others of its file, also through a link, and preserves the mode', async () => {
    await writeFile(bench.path('real'), 'a\n', { mode: 0o600 });
    await symlink('real', path);
    await bench.apply(lines({ line: 'b' }, { line: 'c' }, { line: 'a', ensure: 'absent' }));
    expect(await readFile(bench.path('real'), 'utf8')).to.equal('b\nc\n');
    expect((await lstat(path)).isSymbolicLink()).to.equal(true);
    expect((await stat(path)).mode & 0o777).to.equal(0o600);
  });

  it('compares lines by bytes if a file is not UTF-8, or decodes them as iso-8859-1', async () => {
    const bytes = Buffer.from([0xe4, 0x0a]);
    await writeFile(path, bytes);
    expect([...(await bench.plan(lines({ line: 'b', match: 'c' }))).values()][0]).to.contain(
      "encoding: 'iso-8859-1'",
    );
    await bench.apply(lines({ line: 'ö' }, { line: 'ö', encoding: 'ISO-8859-1' }));
    expect(await readFile(path)).to.deep.equal(Buffer.from([0xe4, 0x0a, 0xc3, 0xb6, 0x0a, 0xf6, 0x0a]));
    expect(await bench.apply(lines({ line: 'ö' }, { line: 'ö', encoding: 'ISO-8859-1' }))).to.deep.equal({});
  });

  it('cannot be in a file that does not exist, and is absent from it', async () => {
    expect([...(await bench.plan(lines({ line: 'b' }))).values()]).to.deep.equal([
      `the file ${path} does not exist`,
    ]);
    expect(await bench.apply(lines({ line: 'b', ensure: 'absent' }))).to.deep.equal({});
  });

  it('refuses contradictions', async () => {
    expect(await errorOf({})).to.contain("needs a value for 'line'");
    expect(await errorOf({ line: 'a\nb' })).to.contain('line has a line break');
    expect(await errorOf({ line: 'a', match: '(' })).to.contain(
      "the pattern '(' is not a regular expression",
    );
    expect(
      await errorOf({
        line: 'a',
        match: 'a',
        multiple: false,
        replace_all_matches_not_matching_line: true,
      }),
    ).to.contain('multiple forbids that');
  });

  it('is in sync after one change, whatever the file contained', async () => {
    const text = fc.constantFrom('x=1', 'x=2', '[a]', '', ' ', 'y');
    const before = fc
      .tuple(fc.array(text, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([all, ending, whole]) => all.join(ending) + (whole ? ending : ''));
    const attributes = fc.record({
      line: text,
      ensure: fc.constantFrom('present' as const, 'absent' as const),
      match: fc.constantFrom(undefined, '^x=', 'y'),
      after: fc.constantFrom(undefined, '^\\[a'),
      replace: fc.boolean(),
      append_on_no_match: fc.boolean(),
      match_for_absence: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(before, attributes, async (content, given) => {
        await edited(content, { ...given, multiple: true });
      }),
      { numRuns: 300 },
    );
  });
});
