import type { LogLevel } from '../catalog/metaparameter-table.js';
import type { Paint } from './paint.js';

interface Severity {
  /** The prefix of a message. */
  readonly word: string;
  readonly colour: keyof Paint;
}

/** Levels below notice are only for programs that read events. */
const hidden: ReadonlySet<LogLevel> = new Set(['info', 'debug']);

/** Returns how messages of a level are shown on a terminal; undefined if they are not shown. */
export function severityOf(level: LogLevel = 'notice'): Severity | undefined {
  if (hidden.has(level)) return undefined;
  if (level === 'notice') return { word: '', colour: 'strong' };
  return level === 'warning'
    ? { word: 'warning: ', colour: 'warn' }
    : { word: level === 'err' ? 'error: ' : `${level}: `, colour: 'bad' };
}
