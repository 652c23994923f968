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
import { firstSentence } from '../first-sentence.js';
import { formatColumns } from '../format-columns.js';
import { metaparameterDocs } from '../metaparameter-docs.js';
import { dataOptions, factsOptions, trustOption } from '../options.js';
import { refuseUntrustedData } from '../refuse-untrusted-data.js';
import { renderDiagnosticCode, renderDiagnosticCodes } from '../render-codes.js';
import { readTypeExample } from '../type-example.js';

/** Documents types, classes and diagnostic codes. */
export const describe: Command = {
  name: 'describe',
  summary: 'types, classes and diagnostic codes',
  description: `Describes a native type, a class or a defined type with its attributes and their values, or the cause and the remedy of a diagnostic code. Without NAME it lists all of them.

NAME is spelled as in Puppet (glance::api, glance_api_config) or as in a manifest (glance.Api, GlanceApiConfig).`,
  args: [{ name: 'NAME', required: false }],
  options: {
    json: { type: 'boolean', doc: 'print JSON, with the JSON Schema of each attribute' },
    match: { type: 'string', value: 'TEXT', doc: 'list only names that contain this text' },
    ...dataOptions,
    facts: factsOptions.facts,
    ...trustOption,
  },
  examples: [
    { line: 'glance-apply describe', doc: 'All types, classes and codes.' },
    { line: 'glance-apply describe --match rbd', doc: 'Everything for Ceph.' },
    { line: 'glance-apply describe glance::backend::rbd', doc: 'One class, with its parameters.' },
    { line: 'glance-apply describe resource.duplicate', doc: 'What a diagnostic code means.' },
    {
      line: 'glance-apply describe glance::api --data data',
      doc: 'With the value in the data for each parameter, and its location.',
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
        ...(await Promise.all(chosen.map(toPlainObject))),
        ...codes.map(([code, text]) => ({ name: code, kind: 'code', ...text })),
      ];
      call.io.stdout.write(`${printableJson(plain, 2)}\n`);
      return exitStatus.ok;
    }
    const style = createStyle(call.io.stdout, call.io);
    const sayings = await describeData(call, name === undefined ? [] : chosen);
    if (name === undefined) {
      const lines = [...renderOverview(chosen, style), ...renderDiagnosticCodes(codes, style)];
      call.io.stdout.write(`${lines.join('\n')}\n`);
      return exitStatus.ok;
    }
    const descriptions = await Promise.all(
      chosen.map(async (one) => renderType(one, style, sayings.get(one) ?? new Map(), await exampleOf(one))),
    );
    call.io.stdout.write(`${descriptions.map((lines) => lines.join('\n')).join('\n\n')}\n`);
    return exitStatus.ok;
  },
};

async function exampleOf({ kind, definition, typescript }: DocumentedType): Promise<string | undefined> {
  return kind === 'type' ? await readTypeExample(definition.name, typescript) : undefined;
}

/** Describes the values in the data for the parameters of the classes among these. */
async function describeData(
  call: Call,
  chosen: readonly DocumentedType[],
): Promise<ReadonlyMap<DocumentedType, ReadonlyMap<string, string>>> {
  const classes = chosen.filter(({ kind }) => kind === 'class');
  if (textOption(call, 'data') === undefined || classes.length === 0) return new Map();
  const [{ openData }, { resolveFacts }, { describeClassData }] = await Promise.all([
    import('../open-data.js'),
    import('../resolve-facts.js'),
    import('../describe-class-data.js'),
  ]);
  const data = await openData(call, await resolveFacts(call));
  if (data === undefined) return new Map();
  const sayings = new Map(classes.map((one) => [one, describeClassData(data, one.definition)] as const));
  await refuseUntrustedData(call, data.files());
  return sayings;
}

/** The column of the descriptions; most names are shorter. */
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

function renderType(
  described: DocumentedType,
  style: Style,
  data: ReadonlyMap<string, string>,
  example: string | undefined,
): string[] {
  const { kind, definition } = described;
  const { paint, width } = style;
  const { name, doc, attributes, since, until, replacedBy } = definition;
  const called = `a ${kind === 'type' ? 'native type' : kind}; in a manifest: ${described.typescript}`;
  const lives = formatReleases(since, until);
  const notes = [
    lives === '' ? '' : `Releases: ${lives}.`,
    replacedBy === undefined ? '' : `Replaced by: ${replacedBy}`,
  ];
  return [
    `${paint.strong(name)}  ${called}`,
    '',
    ...wrap([doc, ...notes].filter(Boolean).join('\n'), width, '  '),
    '',
    // Code is not wrapped: it is copied into a manifest.
    ...(example === undefined
      ? []
      : [paint.strong('Example'), ...example.split('\n').map((line) => `  ${line}`), '']),
    paint.strong(kind === 'type' ? 'Attributes' : 'Parameters'),
    ...Object.entries(attributes).flatMap(([key, attribute]) => [
      ...renderAttribute(key, attribute, style),
      ...(data.has(key) ? wrap(data.get(key) ?? '', width, '      ') : []),
    ]),
    '',
    paint.strong('Accepted by every resource'),
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
    lives === '' ? '' : `releases ${lives}${became === undefined ? '' : `, then ${became.name}`}`,
    deprecated === undefined ? '' : `deprecated: ${deprecated.hint}`,
  ].filter((text) => text !== '');
  const role = attribute.role === 'title' ? paint.faint('  namevar; defaults to the title') : '';
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

async function toPlainObject(described: DocumentedType): Promise<object> {
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
    example: await exampleOf(described),
    ...rest,
    attributes: Object.fromEntries(plain),
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
