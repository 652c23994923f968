import { printableJson, wrap } from '../../views/index.js';
import type { Style } from '../../views/style.js';
import { type Call, type Command, textOption } from '../command.js';
import { createStyle } from '../create-style.js';
import {
  type AnyAttribute,
  type DocumentedType,
  findDocumentedTypes,
  listDocumentedTypes,
} from '../documented-types.js';
import { exitStatus } from '../exit-status.js';
import { formatColumns } from '../format-columns.js';
import { metaparameterDocs } from '../metaparameter-docs.js';
import { dataOptions, factsOptions, trustOption } from '../options.js';
import { renderDiagnosticCode, renderDiagnosticCodes } from '../render-codes.js';

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
    const all = listDocumentedTypes(vocabulary);
    const [name] = call.args;
    const match = textOption(call, 'match')?.toLowerCase() ?? '';
    const documentation = documentedCodes.get(name ?? '');
    if (name !== undefined && documentation !== undefined) {
      const lines =
        call.options.json === true
          ? [printableJson([{ name, kind: 'code', ...documentation }], 2)]
          : renderDiagnosticCode(name, documentation, createStyle(call.io.stdout, call.io));
      call.io.stdout.write(`${lines.join('\n')}\n`);
      return exitStatus.ok;
    }
    const codes = [...documentedCodes].filter(([code]) => name === undefined && code.includes(match));
    const chosen =
      name === undefined
        ? all.filter(({ definition }) => definition.name.includes(match))
        : findDocumentedTypes(name, all, documentedCodes.keys());
    if (call.options.json === true) {
      const plain = [
        ...chosen.map(toPlainObject),
        ...codes.map(([code, text]) => ({ name: code, kind: 'code', ...text })),
      ];
      call.io.stdout.write(`${printableJson(plain, 2)}\n`);
      return exitStatus.ok;
    }
    const style = createStyle(call.io.stdout, call.io);
    const sayings = await describeData(call, name === undefined ? [] : chosen);
    const lines =
      name === undefined
        ? [...renderOverview(chosen, style), ...renderDiagnosticCodes(codes, style)]
        : chosen.flatMap((one, index) => [
            ...(index === 0 ? [] : ['']),
            ...renderType(one, style, sayings.get(one) ?? new Map()),
          ]);
    call.io.stdout.write(`${lines.join('\n')}\n`);
    return exitStatus.ok;
  },
};

/** What data has for the parameters of the classes among these. */
async function describeData(
  call: Call,
  chosen: readonly DocumentedType[],
): Promise<ReadonlyMap<DocumentedType, ReadonlyMap<string, string>>> {
  const classes = chosen.filter(({ kind }) => kind === 'class');
  if (textOption(call, 'data') === undefined || classes.length === 0) return new Map();
  const [
    { openData },
    { resolveFacts: factsOf },
    { describeClassData: dataOfClass },
    { refuseUntrustedData: refuseForeignData },
  ] = await Promise.all([
    import('../open-data.js'),
    import('../resolve-facts.js'),
    import('../describe-class-data.js'),
    import('../refuse-untrusted-data.js'),
  ]);
  const data = await openData(call, await factsOf(call));
  if (data === undefined) return new Map();
  const sayings = new Map(classes.map((one) => [one, dataOfClass(data, one.definition)] as const));
  await refuseForeignData(call, data.files());
  return sayings;
}

/** Most names end before this column. */
const NAME_COLUMN = 30;

const headings = { type: 'Types', class: 'Classes', 'defined type': 'Defined types' } as const;

function renderOverview(all: readonly DocumentedType[], { paint, width }: Style): string[] {
  return (['type', 'class', 'defined type'] as const).flatMap((kind) => {
    const some = all.filter((one) => one.kind === kind);
    if (some.length === 0) return [];
    const entries = some.flatMap(({ definition: { name, doc } }) =>
      formatColumns(`  ${paint.info(name)}`, firstSentence(doc), NAME_COLUMN, width),
    );
    return [paint.strong(`${headings[kind]} (${some.length})`), ...entries, ''];
  });
}

function renderType(described: DocumentedType, style: Style, data: ReadonlyMap<string, string>): string[] {
  const { kind, definition } = described;
  const { paint, width } = style;
  const { name, doc, attributes, since, until, replacedBy } = definition;
  const called = `a ${kind === 'type' ? 'native type' : kind}; in a manifest: ${described.typescript}`;
  const lives = formatReleases(since, until);
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
      ...renderAttribute(key, attribute, style),
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

function renderAttribute(name: string, attribute: AnyAttribute, { paint, width }: Style): string[] {
  const { doc, value, since, until, became, deprecated } = attribute;
  const lives = formatReleases(since, until);
  const facts = [
    capitalize(value.expected),
    formatDefault(attribute),
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

function formatDefault({ default: fallback }: AnyAttribute): string {
  if (fallback === undefined) return '';
  return typeof fallback === 'function'
    ? 'the default depends on the node'
    : `default ${JSON.stringify(fallback)}`;
}

function formatReleases(since: string | undefined, until: string | undefined): string {
  return [since === undefined ? '' : `from ${since}`, until === undefined ? '' : `to ${until}`]
    .filter(Boolean)
    .join(' ');
}

function toPlainObject(described: DocumentedType): object {
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

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
