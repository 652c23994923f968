import type { AuthOptions } from './auth-options.js';
import { parseOsVariables } from './environment.js';

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=/gm;

/** A part of a shell's word: in single quotes, in double quotes, an escaped sign, or plain. */
const PART = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\(.)|([^\s'"\\;#]+)/gy;

/**
 * The options in a file that a shell would source. Assignments of plain words are read, as such files have them; a value
 * that a shell would first have to compute is left out.
 */
export function parseOpenrc(text: string): AuthOptions {
  const variables: Record<string, string> = {};
  let read = 0;
  for (const { 0: start, 1: name = '', index } of text.matchAll(ASSIGNMENT)) {
    // What stands in quotes over several lines is no assignment, whatever it looks like.
    if (index < read) continue;
    const { word, end } = parseWord(text, index + start.length);
    read = end;
    if (word !== undefined) variables[name] = word;
  }
  return parseOsVariables(variables);
}

/** The shell's word at a place of a text; undefined where a `$` or a backquote would have to be computed. */
function parseWord(text: string, start: number): { readonly word: string | undefined; readonly end: number } {
  const part = new RegExp(PART);
  part.lastIndex = start;
  let word: string | undefined = '';
  let end = start;
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    const [, single, double, escaped, plain] = found;
    end = part.lastIndex;
    const computed = double?.replace(/\\./gs, '') ?? plain ?? '';
    if (/[$`]/.test(computed)) word = undefined;
    else if (word !== undefined)
      word += single ?? double?.replace(/\\([$`"\\])/g, '$1') ?? escaped ?? plain ?? '';
  }
  return { word, end };
}
