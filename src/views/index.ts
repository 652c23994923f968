export { renderDiagnostic, type SourceReader } from './diagnostic.js';
export { formatDuration } from './duration.js';
export { jsonLine } from './json-lines.js';
export { makePaint, type Paint, type Painter, wantsColours } from './paint.js';
export { printable, printableJson, printableLine } from './printable.js';
export { Progress } from './progress.js';
export type { Style } from './style.js';
export { type Output, TerminalView } from './terminal-view.js';
export { visibleLength, wrap } from './wrap.js';
