import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { locationAt } from '../errors/source-location.js';

/** The limit of nesting for lists and hashes: deeper than anyone writes, and less than the stack allows. */
export const MAX_DEPTH = 200;

/**
 * Returns the problem of a text whose lists and hashes are nested deeper than `MAX_DEPTH`, else undefined. Readers are
 * recursive, so the text is checked before it is parsed.
 */
export async function findNestingProblem(
  text: string,
  file: string,
  form: 'yaml' | 'json',
): Promise<Diagnostic | undefined> {
  const offset =
    form === 'json'
      ? measureJson(text).excess
      : mayExceedDepth(text)
        ? await findExcessInYaml(text)
        : undefined;
  if (offset === undefined) return undefined;
  return problem('data.depth', `lists and hashes are nested deeper than ${MAX_DEPTH} levels`, {
    location: locationAt(file, text, offset),
    hint: 'check where the file is from',
  });
}

/** @throws {GlanceApplyError} `data.depth` for text that is nested too deeply */
export async function refuseDeepNesting(text: string, file: string, form: 'yaml' | 'json'): Promise<void> {
  const diagnostic = await findNestingProblem(text, file, form);
  if (diagnostic !== undefined) throw new GlanceApplyError(diagnostic);
}

/** What reading JSON will take, as its characters show. */
export interface JsonMeasure {
  /** The offset at which it is nested too deeply; undefined if it is not. */
  readonly excess: number | undefined;
  /** How many values it has at most; of JSON that is nested too deeply, only up to there. */
  readonly values: number;
}

/** Measures JSON without parsing it. */
export function measureJson(text: string, deepest = MAX_DEPTH): JsonMeasure {
  let depth = 0;
  let values = 1;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inText) {
      if (letter === BACKSLASH) at += 1;
      else if (letter === QUOTE) inText = false;
    } else if (letter === QUOTE) inText = true;
    else if (letter === COMMA) values += 1;
    else if (letter === BRACKET || letter === BRACE) {
      depth += 1;
      values += 1;
      if (depth > deepest) return { excess: at, values };
    } else if (letter === BRACKET + 2 || letter === BRACE + 2) depth -= 1;
  }
  return { excess: undefined, values };
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
/** The code of each closing character is larger by two. */
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** Whether YAML could be nested too deeply: counts the characters, even those in quotes. */
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

/** Returns the offset at which YAML is nested too deeply, by its tokens. */
async function findExcessInYaml(text: string): Promise<number | undefined> {
  const { CST, Lexer } = await import('yaml');
  let offset = 0;
  let flow = 0;
  // The indentation of a line, including the indicators that open a list or hash on it.
  let column = 0;
  // The parser nests a hash for each further key of the same entry before it reports an error.
  let keys = 0;
  let isIndentation = true;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type: string | null = isScalar ? 'text' : CST.tokenType(lexeme);
    isScalar = type === 'scalar';
    // The lexer's own marks, which are not in the text.
    if (isScalar || type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow += 1;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') flow -= 1;
    else if (type === 'map-value-ind') keys += 1;
    else if (type === 'comma') keys = 0;
    const indents = type === 'space' || type === 'seq-item-ind' || type === 'explicit-key-ind';
    if (isIndentation && indents) column += lexeme.length;
    // Each level of block style takes one or two columns.
    if (flow > MAX_DEPTH || keys > MAX_DEPTH || (type !== 'space' && column > MAX_DEPTH * 2)) return offset;
    offset += lexeme.length;
    if (type === 'newline' || lexeme.endsWith('\n')) {
      [column, isIndentation] = [0, true];
      if (flow <= 0) keys = 0;
    } else if (!indents) isIndentation = false;
  }
  return undefined;
}
