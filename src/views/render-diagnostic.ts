import { readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { SourceLocation } from '../errors/source-location.js';
import { redactSecretLiterals } from '../secrets/likely-secrets.js';
import { printable, printableLine } from './escape-control-characters.js';
import { formatRelativeLocation } from './format-location.js';
import type { Style } from './style.js';
import { wrap } from './wrap.js';

/** Returns the text of a source file; undefined if it cannot be read. */
export type SourceReader = (file: string) => string | undefined;

/**
 * Renders a diagnostic for people: the message, the location with its source line, and the hint. All diagnostics are
 * rendered by this function.
 */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  style: Style,
  source: SourceReader = readSource,
): string {
  const { paint, width, directory } = style;
  const { code, severity, message, location, related = [], hint, confidential = false } = diagnostic;
  const [first = '', ...rest] = wrap(`${severity}: ${printable(message)}`, width);
  const label = severity === 'error' ? paint.bad : paint.warn;
  const lines = [label(`${severity}:`) + paint.strong(first.slice(severity.length + 1))];
  lines.push(...rest.map((line) => paint.strong(line === '' ? '' : `  ${line}`)));
  const end = rest.at(-1);
  const room = width - (end === undefined ? first.length : end.length + 2);
  // At the end of the message if it fits: a code is for looking up, not for reading.
  if (code.length + 3 <= room) lines.push(`${lines.pop()} ${paint.faint(`[${code}]`)}`);
  else lines.push(`  ${paint.faint(`[${code}]`)}`);
  if (location !== undefined) {
    lines.push(`  at ${paint.info(formatRelativeLocation(location, directory))}`);
    if (!confidential) lines.push(...excerpt(location, source, style));
  }
  for (const other of related) {
    const where = other.location === undefined ? '' : ` ${formatRelativeLocation(other.location, directory)}`;
    lines.push(...wrap(`${printable(other.message)}${where}`, width, '  '));
  }
  if (hint !== undefined) {
    const [start = '', ...more] = wrap(`hint: ${printable(hint)}`, width - 2);
    lines.push(`  ${paint.good('hint:')}${start.slice(5)}`, ...more.map((line) => `        ${line}`));
  }
  return lines.join('\n');
}

/** Returns the source line at a location, and a caret below the column. */
function excerpt(location: SourceLocation, source: SourceReader, { paint, width }: Style): string[] {
  if (location.unquoted === true) return [];
  const written = source(location.file)?.split('\n')[location.line - 1];
  if (written === undefined || written.trim() === '') return [];
  const line = redactSecretLiterals(written);
  const number = `${location.line}`.padStart(6);
  const room = width - number.length - 4;
  const column = redactSecretLiterals(written.slice(0, (location.column ?? 1) - 1)).length;
  // A long line is reduced to the part around the column. Tabs are replaced because they would move the caret.
  const start = column > room - 10 ? column - Math.floor(room / 2) : 0;
  const shown = printableLine(line.replaceAll('\t', ' ')).slice(start, start + room);
  const lines = [`${paint.faint(`${number} |`)} ${shown.trimEnd()}`];
  if (location.column !== undefined) {
    lines.push(
      `${paint.faint(`${' '.repeat(number.length)} |`)} ${' '.repeat(column - start)}${paint.bad('^')}`,
    );
  }
  return lines;
}

/** The size in bytes above which a file is not a hand-written manifest. */
const LARGEST_SOURCE = 4 * 1024 * 1024;

function readSource(file: string): string | undefined {
  try {
    const status = statSync(file);
    return status.isFile() && status.size <= LARGEST_SOURCE ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
