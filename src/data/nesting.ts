import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';

/** How deep lists and hashes may be nested: deeper than anybody writes, and less than any stack allows. */
export const MAX_DEPTH = 200;

/**
 * The complaint about a text whose lists and hashes are nested deeper than `DEEPEST`; undefined for any other. Readers are
 * recursive: checked on the text beforehand, deep nesting is one error, found in little time.
 */
export async function findNestingProblem(
  text: string,
  file: string,
  form: 'yaml' | 'json',
): Promise<Diagnostic | undefined> {
  const offset =
    form === 'json'
      ? findExcessInJson(text)
      : mayExceedDepth(text)
        ? await findExcessInYaml(text)
        : undefined;
  if (offset === undefined) return undefined;
  const lines = text.slice(0, offset).split('\n');
  return problem('data.depth', `lists and hashes are nested deeper than ${MAX_DEPTH} levels`, {
    place: { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
    hint: 'check where the file comes from',
  });
}

/** @throws {GlanceApplyError} `data.depth`, with for a text that is nested too deep */
export async function refuseDeepNesting(text: string, file: string, form: 'yaml' | 'json'): Promise<void> {
  const complaint = await findNestingProblem(text, file, form);
  if (complaint !== undefined) throw new GlanceApplyError(complaint);
}

/** Where a text of JSON goes too deep; undefined where it does not. */
export function findExcessInJson(text: string, deepest = MAX_DEPTH): number | undefined {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inText) {
      if (letter === BACKSLASH) at += 1;
      else if (letter === QUOTE) inText = false;
    } else if (letter === QUOTE) inText = true;
    else if (letter === BRACKET || letter === BRACE) {
      depth += 1;
      if (depth > deepest) return at;
    } else if (letter === BRACKET + 2 || letter === BRACE + 2) depth -= 1;
  }
  return undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** What closes them stands two places behind. */
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** Whether YAML could go too deep, were no sign of it in quotes: a look at the signs, without their meaning. */
function mayExceedDepth(text: string): boolean {
  let depth = 0;
  let keys = 0;
  for (const { 0: sign } of text.matchAll(/[[\]{}:,\n]/g)) {
    if (sign === ':') keys += 1;
    else if (sign === ',' || (sign === '\n' && depth === 0)) keys = 0;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign !== '\n') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH || keys > MAX_DEPTH) return true;
  }
  return new RegExp(`^[-? \\t]{${MAX_DEPTH}}`, 'm').test(text);
}

/** Where a text of YAML goes too deep, by the signs that have a meaning. */
async function findExcessInYaml(text: string): Promise<number | undefined> {
  const { CST, Lexer } = await import('yaml');
  let offset = 0;
  let flow = 0;
  // How far a line is indented, counting the signs that open a list or hash on it.
  let column = 0;
  // The parser takes each key after another key of the same entry for a hash of its own, before it complains.
  let keys = 0;
  let isIndentation = true;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type: string | null = isScalar ? 'text' : CST.tokenType(lexeme);
    isScalar = type === 'scalar';
    // Marks of the lexer's own, which stand nowhere in the text.
    if (isScalar || type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow += 1;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flow -= 1;
    else if (type === 'map-value-ind') keys += 1;
    else if (type === 'comma') keys = 0;
    const indents = type === 'space' || type === 'seq-item-ind' || type === 'explicit-key-ind';
    if (isIndentation && indents) column += lexeme.length;
    // Each step into a list or hash in block style takes a column or two.
    if (flow > MAX_DEPTH || keys > MAX_DEPTH || (type !== 'space' && column > MAX_DEPTH * 2)) return offset;
    offset += lexeme.length;
    if (type === 'newline' || lexeme.endsWith('\n')) {
      [column, isIndentation] = [0, true];
      if (flow <= 0) keys = 0;
    } else if (!indents) isIndentation = false;
  }
  return undefined;
}
