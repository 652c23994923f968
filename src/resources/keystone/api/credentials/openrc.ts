import { optionsInEnvironment } from './environment.js';
import type { Options } from './options.js';

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_]\w*)=(.*)$/;

/** A part of a shell's word: in single quotes, in double quotes, an escaped sign, or plain. */
const PART = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\;#]+)/gy;

/**
 * The options in a file that a shell would source. Assignments of plain words are read, as such files have them; a value
 * that a shell would first have to compute is left out.
 */
export function optionsInOpenrc(text: string): Options {
  const variables: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, written] = ASSIGNMENT.exec(line) ?? [];
    if (name === undefined || written === undefined) continue;
    const value = wordAt(written);
    if (value !== undefined) variables[name] = value;
  }
  return optionsInEnvironment(variables);
}

/** The shell's word at the beginning of a text; undefined where a `$` or a backquote would have to be computed. */
function wordAt(text: string): string | undefined {
  let word = '';
  for (const [, single, double, escaped, plain] of text.matchAll(PART)) {
    const computed = double?.replace(/\\./g, '') ?? plain ?? '';
    if (/[$`]/.test(computed)) return undefined;
    word += single ?? double?.replace(/\\([$`"\\])/g, '$1') ?? escaped ?? plain ?? '';
  }
  return word;
}
