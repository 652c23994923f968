import type { AuthOptions } from './auth-options.js';
import { parseOsVariables } from './environment.js';

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=/gm;

/** A part of a word of a shell: in single quotes, in double quotes, an escaped character, or plain. */
const PART = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\(.)|([^\s'"\\;#]+)/gy;

/**
 * Returns the options in a file to be sourced by a shell. Only assignments of constant words are read; a value that a
 * shell would have to compute is left out.
 */
export function parseOpenrc(text: string): AuthOptions {
  const variables: Record<string, string> = {};
  let readUpTo = 0;
  for (const { 0: start, 1: name = '', index } of text.matchAll(ASSIGNMENT)) {
    // A line within quotes is not an assignment, even if it looks like one.
    if (index < readUpTo) continue;
    const { word, end } = parseWord(text, index + start.length);
    readUpTo = end;
    if (word !== undefined) variables[name] = word;
  }
  return parseOsVariables(variables);
}

/** Returns the word at an offset; undefined if it contains a `$` or a backquote that a shell would evaluate. */
function parseWord(text: string, start: number): { readonly word: string | undefined; readonly end: number } {
  const part = new RegExp(PART);
  part.lastIndex = start;
  let word: string | undefined = '';
  let end = start;
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    const [, single, double, escaped, plain] = found;
    end = part.lastIndex;
    const evaluated = double?.replace(/\\./gs, '') ?? plain ?? '';
    if (/[$`]/.test(evaluated)) word = undefined;
    else if (word !== undefined)
      word += single ?? double?.replace(/\\([$`"\\])/g, '$1') ?? escaped ?? plain ?? '';
  }
  return { word, end };
}
