export { printable, printableJson, printableLine } from './escape-control-characters.js';
export { formatDuration } from './format-duration.js';
export { jsonLine } from './json-line.js';
export { makePaint, type Paint, type Painter, wantsColours } from './paint.js';
export { Progress } from './progress.js';
export { renderDiagnostic, type SourceReader } from './render-diagnostic.js';
export type { Style } from './style.js';
export { type Output, TerminalView } from './terminal-view.js';
export { visibleLength, wrap } from './wrap.js';
