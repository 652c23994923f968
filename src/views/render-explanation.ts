import type { ValueSource } from '../catalog/provenance.js';
import type { DependencyPath, PathStep } from '../engine/explain/dependency-paths.js';
import type { ResourceExplanation } from '../engine/explain/explain-resource.js';
import type { ExplainedValue } from '../engine/explain/explain-values.js';
import type { EdgeOrigin } from '../engine/graph/edges.js';
import type { SourceLocation } from '../errors/source-location.js';
import { printableLine } from './escape-control-characters.js';
import { formatCount } from './format-count.js';
import { formatRelativeLocation } from './format-location.js';
import { formatValue } from './format-value.js';
import { groupBy } from './group-by.js';
import type { Style } from './style.js';
import { wrap } from './wrap.js';

/** The number of defaults that are shown with their values; of more, only the names are shown. */
const MAX_DEFAULTS = 12;
/** The number of resources of one type with the same path that are named. */
const MAX_NAMED = 3;

/** Renders the explanation of a resource. */
export function renderExplanation(explained: ResourceExplanation, style: Style): string[] {
  const { paint } = style;
  const { before, after, refreshedBy, refreshes, inAll } = explained;
  const known = new Set([...before, ...after].map(keyOf));
  return [
    `${paint.strong(printableLine(explained.reference))}`,
    '',
    paint.strong('Declaration'),
    ...originLines(explained, style),
    ...section('Values', valueLines(explained, style), style),
    ...section(headingWithCount('Applied before it', before, inAll.before), wayLines(before, style), style),
    ...section(headingWithCount('Applied after it', after, inAll.after), wayLines(after, style), style),
    ...section('Refreshed by', wayLines(refreshedBy, style, known), style),
    ...section('Refreshes', wayLines(refreshes, style, known), style),
    '',
  ];
}

function section(heading: string, lines: readonly string[], { paint }: Style): string[] {
  return ['', paint.strong(heading), ...(lines.length === 0 ? [paint.faint('  nothing')] : lines)];
}

function headingWithCount(heading: string, ways: readonly DependencyPath[], all: number): string {
  return all === ways.length ? heading : `${heading} (${all} in total; the adjacent ones are shown)`;
}

function originLines(explained: ResourceExplanation, style: Style): string[] {
  const { declaredBy, realizedBy, containedIn, contains, location } = explained;
  const lines: string[] = [];
  const line = (text: string) => lines.push(...wrap(text, style.width, '  '));
  if (declaredBy.length === 0) line(`declared by the manifest${at(location, style)}`);
  declaredBy.forEach((one, index) => {
    const lead = index === 0 ? 'declared by' : 'which is declared by';
    // Resources declared by a class of the library have the location of the class, which is shown once, for the last one.
    const where =
      one.location !== undefined && index === declaredBy.length - 1 ? at(one.location, style) : '';
    line(`${lead} ${printableLine(one.reference)}${where}`);
  });
  if (realizedBy !== undefined) {
    const by = realizedBy.collector === undefined ? 'realize' : printableLine(realizedBy.collector);
    line(`virtual, realized by ${by}${at(realizedBy.location, style)}`);
  }
  const others = containedIn.filter((reference) => reference !== declaredBy[0]?.reference);
  if (others.length > 0) line(`contained in ${others.map(printableLine).join(', ')}`);
  if (contains !== undefined) line(`contains ${formatCount(contains, 'resource')} itself`);
  return lines;
}

function at(location: SourceLocation | undefined, { directory, paint }: Style): string {
  return location === undefined ? '' : ` at ${paint.info(formatRelativeLocation(location, directory))}`;
}

function valueLines({ values, declaredBy }: ResourceExplanation, style: Style): string[] {
  const defaults = values.filter(({ source }) => source.kind === 'default');
  const short = defaults.length > MAX_DEFAULTS;
  const shown = short ? values.filter(({ source }) => source.kind !== 'default') : values;
  const lines = shown.flatMap((value) => valueLine(value, declaredBy[0]?.reference, style));
  if (!short) return lines;
  const names = defaults.map(({ name }) => name).join(', ');
  return [...lines, ...wrap(`by default: ${names}`, style.width, '  ').map(style.paint.faint)];
}

function valueLine(value: ExplainedValue, owner: string | undefined, style: Style): string[] {
  const { name, passedOn } = value;
  const from = passedOn
    ? `the parameter ${passedOn.parameter} of ${printableLine(passedOn.of)}, ${formatSource(passedOn.source, undefined, style)}`
    : formatSource(value.source, owner, style);
  const shown = `${style.paint.info(name)} = ${formatValue(value.value, style.width - name.length - 5)}`;
  return [`  ${shown}`, ...wrap(from, style.width, '      ')];
}

function formatSource({ kind, location, by }: ValueSource, owner: string | undefined, style: Style): string {
  const where = at(location, style);
  switch (kind) {
    case 'given':
      return owner === undefined ? `given${where}` : `given by ${printableLine(owner)}`;
    case 'collector':
      return `overridden by the collector ${printableLine(by ?? '')}${where}`;
    case 'data':
      return `from data${by === undefined ? '' : `, level '${printableLine(by)}'`}${where}`;
    case 'title':
      return 'from the title';
    case 'default':
      return 'by default';
  }
}

/** Descriptions of the origins of an edge. That of containment depends on the direction. */
const reasons: Readonly<Record<Exclude<EdgeOrigin, 'contains'>, string>> = {
  before: 'by before',
  notify: 'by notify',
  require: 'by require',
  subscribe: 'by subscribe',
  chain: 'by a chain',
  autorequire: 'required automatically',
  autobefore: 'automatically',
  autonotify: 'notified automatically',
  autosubscribe: 'subscribed automatically',
  purge: 'because of a purge',
  elsewhere: 'because of relations with other hosts',
  supply: 'declared below it',
  manifest: 'declared below it',
};

/** Renders paths. Paths that differ only in their far end are shown once. */
function wayLines(
  ways: readonly DependencyPath[],
  style: Style,
  known: ReadonlySet<string> = new Set(),
): string[] {
  const shownPath = (way: DependencyPath) =>
    `${way.type} ${way.steps.map((step) => stepKey(step, way)).join(' ')}`;
  return groupBy(ways, shownPath).flatMap((group) => {
    const [first] = group;
    const head = wrap(formatGroup(group), style.width, '  ');
    // The path was already shown in the sections about order.
    if (known.has(keyOf(first))) return head;
    const ends = group.length === 1 ? undefined : first.resource;
    return [...head, ...first.steps.flatMap((step) => stepLines(step, ends, style))];
  });
}

function keyOf(way: DependencyPath): string {
  return `${way.resource} ${way.steps.map(({ from, to }) => `${from} ${to}`).join(' ')}`;
}

function stepKey({ from, to, origin, refresh, location }: PathStep, { resource }: DependencyPath): string {
  const other = (reference: string) => (reference === resource ? '*' : reference);
  const where = from === resource || to === resource ? '' : `${location?.file}:${location?.line}`;
  return `${other(from)} ${origin} ${refresh} ${other(to)} ${where}`;
}

function formatGroup(group: readonly [DependencyPath, ...DependencyPath[]]): string {
  const references = group.map(({ resource }) => printableLine(resource));
  const [first = ''] = references;
  if (references.length <= MAX_NAMED) return references.join(', ');
  return `${references.length} ${first.slice(0, first.indexOf('['))} (${references
    .slice(0, MAX_NAMED)
    .map((reference) => reference.slice(reference.indexOf('[') + 1, -1))
    .join(', ')}, …)`;
}

function stepLines(step: PathStep, many: string | undefined, style: Style): string[] {
  const { to, origin, inwards, refresh, location } = step;
  const end = to === many ? 'each of them' : printableLine(to);
  const why = origin === 'contains' ? (inwards ? 'as a part of it' : 'which contains it') : reasons[origin];
  const [first = '', ...more] = wrap(
    `${end} ${style.paint.faint(why)}${origin === 'contains' ? '' : at(location, style)}`,
    style.width,
    '       ',
  );
  return [`    ${refresh ? '~>' : '->'} ${first.slice(7)}`, ...more];
}
