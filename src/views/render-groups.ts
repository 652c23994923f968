import type { ResourceReport } from '../engine/report.js';
import { printableLine } from './escape-control-characters.js';
import { formatRelativeLocation } from './format-location.js';
import { groupBy } from './group-by.js';
import { actionWords } from './resource-action.js';
import type { Style } from './style.js';
import { wrap } from './wrap.js';

/** The number of resources that are all named; of a larger group, the first few and the total are shown. */
const MAX_NAMED = 3;

/**
 * Renders the resources that may change, one entry per type and reason: the settings of a file that does not exist yet
 * would otherwise fill the screen.
 */
export function renderPossibleChanges(reports: readonly ResourceReport[], style: Style): string[] {
  const lead = style.paint.warn(`${actionWords.may.glyph} ${actionWords.may.future}`);
  const keyOf = ({ type, reason, cause }: ResourceReport) => JSON.stringify([type, reason, cause]);
  return groupBy(reports, keyOf).flatMap((group) => {
    const { cause, reason } = group[0];
    const comes = group.length === 1 ? 'it comes' : 'they come';
    const why = cause === undefined ? reason : `${comes} after ${cause}`;
    return wrapEntry(
      `${lead} ${describeGroup(group, style)}${why === undefined ? '' : `: ${printableLine(why)}`}`,
      style,
    );
  });
}

/** Renders the skipped resources, one entry per cause. */
export function renderSkipped(reports: readonly ResourceReport[], style: Style): string[] {
  const lead = style.paint.warn(`${actionWords.skipped.glyph} ${actionWords.skipped.past}`);
  return groupBy(reports, ({ cause, reason }) => cause ?? reason ?? '').flatMap((group) => {
    const { cause, reason } = group[0];
    const why = cause === undefined ? (reason ?? 'no reason was given') : `${cause} failed`;
    return wrapEntry(`${lead} ${describeGroup(group, style)}: ${printableLine(why)}`, style);
  });
}

type Group = readonly [ResourceReport, ...ResourceReport[]];

/** Describes a group: one resource by reference and location, a few by reference, many by their number. */
function describeGroup(group: Group, { directory }: Style): string {
  const [first] = group;
  if (group.length === 1) {
    const { location } = first;
    const where =
      location === undefined
        ? ''
        : ` (${formatRelativeLocation({ file: location.file, line: location.line }, directory)})`;
    return `${printableLine(first.reference)}${where}`;
  }
  const references = group.map(({ reference }) => printableLine(reference));
  if (group.length <= MAX_NAMED) return references.join(', ');
  const types = new Set(group.map(({ type }) => type));
  const what = types.size === 1 ? `${[...types][0]} resources` : 'resources';
  return `${group.length} ${what} (${references.slice(0, 2).join(', ')}, …)`;
}

function wrapEntry(text: string, { width }: Style): string[] {
  const [first = '', ...more] = wrap(text, width);
  return [first, ...(more.length === 0 ? [] : wrap(more.join(' '), width, '    '))];
}
