import { printableJson, wrap } from '../../views/index.js';
import type { Style } from '../../views/style.js';
import { renderCode, renderCodes } from '../code-documentation.js';
import { columns } from '../columns.js';
import { type Call, type Command, textOption } from '../command.js';
import { type AnyAttribute, type Described, everything, lookUp } from '../described.js';
import { exitStatus } from '../exit-status.js';
import { metaparameterDocs } from '../metaparameter-docs.js';
import { dataOptions, factsOptions, trustOption } from '../options.js';
import { styleOf } from '../style-of.js';

/** Documents types, classes and diagnostic codes. */
export const describe: Command = {
  name: 'describe',
  summary: 'types, classes and diagnostic codes',
  description: `Says what a native type, a class or a defined type is for, and what each of its attributes means and takes. Without a NAME it lists all of them. Of the code of an error or a warning, it says the cause and the remedy.

A NAME may be spelt as in Puppet (glance::api, glance_api_config) or as in a manifest (glance.Api, GlanceApiConfig).`,
  args: [{ name: 'NAME', required: false }],
  options: {
    json: { type: 'boolean', doc: 'print it for programs, each attribute with its JSON Schema' },
    match: { type: 'string', value: 'TEXT', doc: 'list only what has this text in its name' },
    ...dataOptions,
    facts: factsOptions.facts,
    ...trustOption,
  },
  examples: [
    { line: 'glance-apply describe', doc: 'Everything there is.' },
    { line: 'glance-apply describe --match rbd', doc: 'What has to do with Ceph.' },
    { line: 'glance-apply describe glance::backend::rbd', doc: 'One class, with its parameters.' },
    { line: 'glance-apply describe resource.duplicate', doc: 'What a diagnostic code means.' },
    {
      line: 'glance-apply describe glance::api --data data',
      doc: 'With what data has for each parameter, and where.',
    },
  ],
  async run(call) {
    const [{ vocabulary }, { documentedCodes }] = await Promise.all([
      import('../../classes/vocabulary.js'),
      import('../../errors/codes/index.js'),
    ]);
    const all = everything(vocabulary);
    const [name] = call.args;
    const match = textOption(call, 'match')?.toLowerCase() ?? '';
    const documentation = documentedCodes.get(name ?? '');
    if (name !== undefined && documentation !== undefined) {
      const lines =
        call.options.json === true
          ? [printableJson([{ name, kind: 'code', ...documentation }], 2)]
          : renderCode(name, documentation, styleOf(call.io.stdout, call.io));
      call.io.stdout.write(`${lines.join('\n')}\n`);
      return exitStatus.ok;
    }
    const codes = [...documentedCodes].filter(([code]) => name === undefined && code.includes(match));
    const chosen =
      name === undefined
        ? all.filter(({ definition }) => definition.name.includes(match))
        : lookUp(name, all, documentedCodes.keys());
    if (call.options.json === true) {
      const plain = [
        ...chosen.map(forPrograms),
        ...codes.map(([code, text]) => ({ name: code, kind: 'code', ...text })),
      ];
      call.io.stdout.write(`${printableJson(plain, 2)}\n`);
      return exitStatus.ok;
    }
    const style = styleOf(call.io.stdout, call.io);
    const sayings = await dataSayings(call, name === undefined ? [] : chosen);
    const lines =
      name === undefined
        ? [...overview(chosen, style), ...renderCodes(codes, style)]
        : chosen.flatMap((one, index) => [
            ...(index === 0 ? [] : ['']),
            ...inFull(one, style, sayings.get(one) ?? new Map()),
          ]);
    call.io.stdout.write(`${lines.join('\n')}\n`);
    return exitStatus.ok;
  },
};

/** What data has for the parameters of the classes among these. */
async function dataSayings(
  call: Call,
  chosen: readonly Described[],
): Promise<ReadonlyMap<Described, ReadonlyMap<string, string>>> {
  const classes = chosen.filter(({ kind }) => kind === 'class');
  if (textOption(call, 'data') === undefined || classes.length === 0) return new Map();
  const [{ openData }, { factsOf }, { dataOfClass }, { refuseForeignData }] = await Promise.all([
    import('../open-data.js'),
    import('../facts-of.js'),
    import('../data-of-class.js'),
    import('../refuse-foreign-data.js'),
  ]);
  const data = await openData(call, await factsOf(call));
  if (data === undefined) return new Map();
  const sayings = new Map(classes.map((one) => [one, dataOfClass(data, one.definition)] as const));
  await refuseForeignData(call, data.files());
  return sayings;
}

/** Most names end before this column. */
const NAMES = 30;

const headings = { type: 'Types', class: 'Classes', 'defined type': 'Defined types' } as const;

function overview(all: readonly Described[], { paint, width }: Style): string[] {
  return (['type', 'class', 'defined type'] as const).flatMap((kind) => {
    const some = all.filter((one) => one.kind === kind);
    if (some.length === 0) return [];
    const entries = some.flatMap(({ definition: { name, doc } }) =>
      columns(`  ${paint.info(name)}`, firstSentence(doc), NAMES, width),
    );
    return [paint.strong(`${headings[kind]} (${some.length})`), ...entries, ''];
  });
}

function inFull(described: Described, style: Style, data: ReadonlyMap<string, string>): string[] {
  const { kind, definition } = described;
  const { paint, width } = style;
  const { name, doc, attributes, since, until, replacedBy } = definition;
  const called = `a ${kind === 'type' ? 'native type' : kind}; in a manifest: ${described.typescript}`;
  const lives = livesBetween(since, until);
  const notes = [
    lives === '' ? '' : `Of releases ${lives}.`,
    replacedBy === undefined ? '' : `Instead: ${replacedBy}`,
  ];
  return [
    `${paint.strong(name)}  ${called}`,
    '',
    ...wrap([doc, ...notes].filter(Boolean).join('\n'), width, '  '),
    '',
    paint.strong(kind === 'type' ? 'Attributes' : 'Parameters'),
    ...Object.entries(attributes).flatMap(([key, attribute]) => [
      ...attributeLines(key, attribute, style),
      ...(data.has(key) ? wrap(data.get(key) ?? '', width, '      ') : []),
    ]),
    '',
    paint.strong('Taken by every resource'),
    ...Object.entries(metaparameterDocs).flatMap(([key, text]) => [
      `  ${paint.info(key)}`,
      ...wrap(text, width, '      '),
    ]),
  ];
}

function attributeLines(name: string, attribute: AnyAttribute, { paint, width }: Style): string[] {
  const { doc, value, since, until, became, deprecated } = attribute;
  const lives = livesBetween(since, until);
  const facts = [
    capitalised(value.expected),
    defaultOf(attribute),
    value.secret ? 'never shown' : '',
    lives === '' ? '' : `of releases ${lives}${became === undefined ? '' : `, then ${became.name}`}`,
    deprecated === undefined ? '' : `deprecated: ${deprecated.hint}`,
  ].filter((text) => text !== '');
  const role = attribute.role === 'title' ? paint.faint('  its name; the title, unless it is given') : '';
  return [
    `  ${paint.info(name)}${attribute.required ? paint.warn('  required') : ''}${role}`,
    ...wrap(doc, width, '      '),
    ...wrap(`${facts.join('; ')}.`, width, '      ').map((line) => paint.faint(line)),
  ];
}

function defaultOf({ default: fallback }: AnyAttribute): string {
  if (fallback === undefined) return '';
  return typeof fallback === 'function'
    ? 'the default depends on the node'
    : `default ${JSON.stringify(fallback)}`;
}

function livesBetween(since: string | undefined, until: string | undefined): string {
  return [since === undefined ? '' : `from ${since}`, until === undefined ? '' : `to ${until}`]
    .filter(Boolean)
    .join(' ');
}

function forPrograms(described: Described): object {
  const { kind, definition } = described;
  const { name, doc, attributes, since, until, replacedBy } = definition;
  const plain = Object.entries(attributes).map(([key, attribute]) => {
    const {
      role,
      doc: meaning,
      value,
      required = false,
      default: fallback,
      since: first,
      until: last,
    } = attribute;
    const known = typeof fallback === 'function' ? undefined : fallback;
    const rest = { required, default: known, since: first, until: last, secret: value.secret };
    return [key, { role, doc: meaning, expected: value.expected, schema: value.schema, ...rest }];
  });
  const rest = { since, until, replacedBy };
  return {
    name,
    kind,
    typescript: described.typescript,
    doc,
    ...rest,
    attributes: Object.fromEntries(plain),
  };
}

function firstSentence(text: string): string {
  return /^[\s\S]*?\.(?=\s|$)/.exec(text)?.[0] ?? text;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
