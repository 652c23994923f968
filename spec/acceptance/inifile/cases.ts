import fc from 'fast-check';

/** A file, and what two implementations are to make of it. */
export interface Case {
  readonly type: 'ini_setting' | 'ini_subsetting';
  readonly text: string;
  readonly edits: readonly Readonly<Record<string, unknown>>[];
}

/** What a release of puppetlabs-inifile knows that others do not. */
export interface Release {
  /** Settings that stand in several lines, and sections that stay when their last setting goes: since 6.4. */
  readonly severalValues: boolean;
}

const names = ['x', 'y', 'long name', 'a.b'];
const sections = ['one', 'two', 'sub:three'];
const value = fc
  .string({ unit: fc.constantFrom('a', 'b', '=', ':', '#', ';', ']', '"', 'é', ' '), maxLength: 6 })
  .map((text) => text.trim());
const blanks = fc.constantFrom('', ' ', '  ', '    ');

/** The lines of one section, with names that stand in it once each unless the release knows better. */
function body({ severalValues }: Release): fc.Arbitrary<string[]> {
  const setting = fc
    .tuple(blanks, fc.constantFrom(...names), blanks, blanks, value)
    .map(([indent, name, before, after, text]) => ({
      name,
      line: `${indent}${name}${before}=${text === '' ? '' : after}${text}`,
    }));
  const sample = fc
    .tuple(blanks, fc.constantFrom('#', '; ', '## '), fc.constantFrom(...names), value)
    .map(([indent, mark, name, text]) => ({ name: undefined, line: `${indent}${mark}${name} = ${text}` }));
  const other = fc
    .constantFrom('', '', '  ', '# prose', ' ; more', 'neither this nor that')
    .map((line) => ({ name: undefined, line }));
  const lines = fc.array(
    fc.oneof({ weight: 3, arbitrary: setting }, { weight: 2, arbitrary: sample }, other),
    {
      maxLength: 7,
    },
  );
  return lines.map((all) => {
    const known = new Set<string>();
    const kept = all.filter(({ name }) => {
      const repeated = name !== undefined && known.has(name);
      if (name !== undefined) known.add(name);
      return severalValues || !repeated;
    });
    return kept.map(({ line }) => line);
  });
}

function text(release: Release): fc.Arbitrary<string> {
  // Sections that would become empty are removed by older releases: a comment keeps them.
  const kept = release.severalValues ? [] : ['# kept'];
  return fc
    .tuple(
      body(release),
      fc.uniqueArray(fc.constantFrom(...sections), { maxLength: 3 }),
      fc.array(fc.tuple(blanks, body(release)), { minLength: 3, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([global, chosen, bodies, ended]) => {
      const lines = [...global];
      chosen.forEach((name, index) => {
        const [indent = '', own = []] = bodies[index] ?? [];
        lines.push(`${indent}[${name}]`, ...kept, ...own);
      });
      return lines.join('\n') + (ended || lines.at(-1)?.trim() === '' ? '\n' : '');
    });
}

/** Cases of ini_setting. */
export function settingCases(release: Release): fc.Arbitrary<Case> {
  const values = release.severalValues
    ? fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }))
    : value;
  const edit = fc
    .record({
      section: fc.constantFrom('', ...sections, 'new'),
      setting: fc.constantFrom(...names, 'fresh'),
      ensure: fc.constantFrom('present', 'present', 'present', 'absent'),
      value: values,
      indent_width: fc.constantFrom(undefined, undefined, undefined, 0, 3),
      indent_char: fc.constantFrom(undefined, undefined, '\t'),
      key_val_separator: fc.constantFrom(undefined, undefined, '=', ' =  '),
    })
    .map(({ ensure, value: desired, section, setting, ...layout }) => {
      const given = Object.fromEntries(Object.entries(layout).filter(([, one]) => one !== undefined));
      return { section, setting, ensure, ...given, ...(ensure === 'absent' ? {} : { value: desired }) };
    });
  return fc.record({
    type: fc.constant('ini_setting' as const),
    text: text(release),
    edits: fc.uniqueArray(edit, {
      minLength: 1,
      maxLength: 4,
      selector: ({ section, setting }) => `${section}/${setting}`,
    }),
  });
}

const words = ['a', 'ab', 'b', 'c'];

/** Cases of ini_subsetting. */
export function subsettingCases(): fc.Arbitrary<Case> {
  return fc.constantFrom(' ', ',').chain((separator) => {
    const list = fc
      .tuple(
        fc.constantFrom('', '"', "'"),
        fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', '1', ':2')), { maxLength: 4 }),
      )
      .map(([quote, all]) => `x = ${quote}${all.map(([word, rest]) => word + rest).join(separator)}${quote}`);
    const edit = fc
      .record({
        subsetting: fc.constantFrom(...words),
        ensure: fc.constantFrom('present', 'present', 'absent'),
        value: fc.constantFrom(undefined, '7', '8'),
        use_exact_match: fc.boolean(),
        subsetting_key_val_separator: fc.constantFrom('', ':'),
        insert_type: fc.constantFrom('start', 'end', 'before', 'after', 'index'),
        quote_char: fc.constantFrom('', '"'),
      })
      .map(({ value: desired, ...rest }) => {
        const at = { before: 'a', after: 'b', index: 1, start: undefined, end: undefined }[rest.insert_type];
        const exact = rest.use_exact_match && desired === undefined;
        return {
          ...rest,
          ...{ section: 'one', setting: 'x', subsetting_separator: separator },
          use_exact_match: exact,
          // With an exact match, inifile looks for a word that it does not write itself.
          ...(exact ? { subsetting_key_val_separator: '' } : {}),
          ...(at === undefined ? {} : { insert_value: at }),
          ...(rest.ensure === 'absent' || desired === undefined ? {} : { value: desired }),
        };
      });
    return fc.record({
      type: fc.constant('ini_subsetting' as const),
      text: fc.oneof(
        list.map((line) => `[one]\n${line}\n`),
        fc.constant('[one]\n# x = a b\n'),
        fc.constant(''),
      ),
      edits: edit.map((one) => [one]),
    });
  });
}
