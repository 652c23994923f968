import { wrap } from '../views/index.js';
import type { Style } from '../views/style.js';
import type { AnyAttribute, DocumentedType } from './documented-types.js';
import { firstSentence } from './first-sentence.js';
import { formatColumns } from './format-columns.js';
import { metaparameterDocs } from './metaparameter-docs.js';

/** The column of the descriptions; most names are shorter. */
const NAME_COLUMN = 30;

const headings = { type: 'Types', class: 'Classes', 'defined type': 'Defined types' } as const;

/** Renders the list of types, classes and defined types. */
export function renderOverview(all: readonly DocumentedType[], { paint, width }: Style): string[] {
  return (['type', 'class', 'defined type'] as const).flatMap((kind) => {
    const some = all.filter((one) => one.kind === kind);
    if (some.length === 0) return [];
    const entries = some.flatMap(({ definition: { name, doc } }) =>
      formatColumns(`  ${paint.info(name)}`, firstSentence(doc), NAME_COLUMN, width),
    );
    return [paint.strong(`${headings[kind]} (${some.length})`), ...entries, ''];
  });
}

/** Renders one type with its attributes, and the values in the data for them. */
export function renderType(
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

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
