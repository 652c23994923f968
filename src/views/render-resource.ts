import type { PropertyChange, ResourceReport } from '../engine/report.js';
import { printable, printableLine } from './escape-control-characters.js';
import { formatCount } from './format-count.js';
import { formatDuration } from './format-duration.js';
import { formatRelativeLocation } from './format-location.js';
import { formatValue } from './format-value.js';
import { renderListDiff } from './render-list-diff.js';
import { type CompareTexts, isTextChange, renderTextDiff } from './render-text-diff.js';
import { actionOf, actionVerb, actionWords, type ResourceAction } from './resource-action.js';
import type { Style } from './style.js';
import { wrap } from './wrap.js';

/** The shortest duration that is shown, in milliseconds. */
const MIN_SHOWN_DURATION = 1000;

const indent = '    ';

/**
 * Renders the outcome of a resource: one line with the location of its declaration, and indented lines for what does not fit.
 * @param compareTexts Compares multi-line values; if undefined, their lengths are shown instead.
 */
export function renderResource(
  report: ResourceReport,
  planned: boolean,
  style: Style,
  compareTexts: CompareTexts | undefined,
): string[] {
  const { paint, width } = style;
  const action = actionOf(report);
  const { glyph, colour } = actionWords[action];
  const word = actionVerb(action, report, planned);
  const reference = printableLine(report.reference);
  const diffs =
    action === 'change' ? diffsOf(report, style, compareTexts) : new Map<PropertyChange, string[]>();
  const changes = report.changes.filter((change) => !diffs.has(change) && isShown(change, action));
  const details = detailsOf({ ...report, changes }, action, planned, width);
  const location = formatDeclaration(report, style);

  const head = `${glyph} ${word} ${reference}`;
  const painted = `${paint[colour](`${glyph} ${word}`)} ${paint.strong(reference)}`;
  const inline = details.length === 1 && !details[0]?.includes('\n') ? `  ${details[0]}` : '';
  const fits = (text: string) => text.length + location.length <= width;
  const lines: string[] = [];
  const onOneLine = details.length === 0 || (action !== 'failed' && inline !== '');
  if (onOneLine && fits(head + inline)) {
    lines.push(painted + inline + paint.faint(location));
  } else {
    if (fits(head)) lines.push(painted + paint.faint(location));
    else lines.push(painted, ...(location === '' ? [] : [paint.faint(indent + location.trim())]));
    for (const detail of details) lines.push(...wrap(detail, width, indent));
  }
  for (const diff of diffs.values()) lines.push(...diff);
  return lines;
}

/** Renders the differences of multi-line values and of long lists, each below the name of its property. */
function diffsOf(
  { changes }: ResourceReport,
  style: Style,
  compareTexts: CompareTexts | undefined,
): Map<PropertyChange, string[]> {
  const diffs = new Map<PropertyChange, string[]>();
  for (const change of changes) {
    const patch = isTextChange(change) ? compareTexts?.(change.from, change.to) : undefined;
    const lines =
      patch === undefined
        ? renderListDiff(change, style, indent, valueWidth(change, style.width))
        : renderTextDiff(patch, style, indent);
    if (lines !== undefined) diffs.set(change, [`${indent}${change.property}:`, ...lines]);
  }
  return diffs;
}

function formatDeclaration({ location }: ResourceReport, { directory }: Style): string {
  if (location === undefined) return '';
  const { file, line } = location;
  return `  ${formatRelativeLocation({ file, line }, directory)}`;
}

function detailsOf(
  report: ResourceReport,
  action: ResourceAction,
  planned: boolean,
  width: number,
): string[] {
  const { changes, corrective, duration, refresh, refreshedBy, reason, type } = report;
  if (action === 'failed') return [printable(reason ?? 'no reason was given')];
  const details = changes.map((change) => formatChange(change, action, width));
  if (action === 'noop') details.unshift('is not changed because of noop; the change would be:');
  if (refresh === 'done' || refresh === 'will') {
    const also =
      action === 'refresh' || action === 'run'
        ? ''
        : `${planned ? 'and ' : ''}${actionVerb('refresh', { type }, planned)} `;
    details.push(`${also}because of ${formatReferences(refreshedBy)}`);
  }
  // A command does not have a state that could have drifted.
  if (corrective && action !== 'run')
    details.push('it was in sync after the last run, and has changed on the host since');
  if (!planned && duration >= MIN_SHOWN_DURATION) details.push(`took ${formatDuration(duration)}`);
  return details;
}

/** Returns whether a change is shown. The attributes of a created resource are in the manifest; only the main ones are repeated. */
function isShown({ property, to }: PropertyChange, action: ResourceAction): boolean {
  if (action === 'remove' || action === 'run') return false;
  if (action !== 'create') return true;
  return property === 'value' || (property === 'ensure' && to !== 'present' && to !== 'file');
}

function formatChange(change: PropertyChange, action: ResourceAction, width: number): string {
  const { property, from, to } = change;
  if (isTextChange(change)) return `${property}: ${countLines(change.from)} → ${countLines(change.to)}`;
  const room = valueWidth(change, width);
  return action === 'create'
    ? `${property}: ${formatValue(to, room * 2)}`
    : `${property}: ${formatValue(from, room)} → ${formatValue(to, room)}`;
}

/** Returns the number of characters available for each of two values on one line. */
function valueWidth({ property }: PropertyChange, width: number): number {
  return Math.max(20, Math.floor((width - property.length - 12) / 2));
}

function countLines(text: string): string {
  return formatCount(text.split('\n').length - (text.endsWith('\n') ? 1 : 0), 'line');
}

/** Formats the first two references of a list, and the number of the others. */
export function formatReferences(references: readonly string[]): string {
  const few = references.slice(0, 2).map(printableLine).join(', ');
  if (references.length === 0) return 'an earlier run';
  return references.length <= 2 ? few : `${few} and ${references.length - 2} more`;
}
