import type { LogLevel } from '../catalog/metaparameter-table.js';
import type { Paint } from './paint.js';

interface Severity {
  /** What precedes a message. */
  readonly word: string;
  readonly colour: keyof Paint;
}

/** Levels below notice are for programs, which read events. */
const hidden: ReadonlySet<LogLevel> = new Set(['info', 'debug']);

/** How a level looks on a terminal: undefined where it is not shown there at all. */
export function severityOf(level: LogLevel = 'notice'): Severity | undefined {
  if (hidden.has(level)) return undefined;
  if (level === 'notice') return { word: '', colour: 'strong' };
  return level === 'warning'
    ? { word: 'warning: ', colour: 'warn' }
    : { word: level === 'err' ? 'error: ' : `${level}: `, colour: 'bad' };
}
