import { ensureDefined } from '../../../errors/ensure-defined.js';

/** An option or inclusion in an option file, with its line number, counted from 1. */
export type OptionLine = { readonly line: number } & (
  | { readonly group: string; readonly name: string; readonly value: string | undefined }
  | { readonly include: string; readonly directory: boolean }
);

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', r: '\r', s: ' ' };

/**
 * Parses an option file by the rules of the server's programs, which differ from plain INI files: `;` is part of a value,
 * `#` ends it unless it is quoted, a backslash escapes, `-` and `_` are equivalent in names, and `!includedir` includes
 * files.
 */
export function parseOptionFile(text: string): OptionLine[] {
  const lines: OptionLine[] = [];
  let group = '';
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = at + 1;
    const written = raw.trim();
    const [, kind, path] = /^!include(dir)?\s+(.+)$/.exec(written) ?? [];
    if (path !== undefined) lines.push({ line, include: path, directory: kind !== undefined });
    else if (written.startsWith('[')) group = /^\[([^\]]*)\]/.exec(written)?.[1]?.trim() ?? '';
    else if (written !== '' && !/^[#;!]/.test(written))
      lines.push({ line, group, ...parseOption(stripComment(written)) });
  }
  return lines;
}

function parseOption(line: string): { name: string; value: string | undefined } {
  const equals = line.indexOf('=');
  const name = (equals < 0 ? line : line.slice(0, equals)).trim().replaceAll('_', '-');
  return { name, value: equals < 0 ? undefined : unquote(line.slice(equals + 1).trim()) };
}

function unquote(value: string): string {
  const inner = /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
  return inner.replace(/\\([btnrs"'\\])/g, (_all, letter: string) => ESCAPES[letter] ?? letter);
}

function stripComment(line: string): string {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const letter = ensureDefined(line[at]);
    if (letter === '\\' && quote !== '') at++;
    else if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '#') return line.slice(0, at).trim();
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return line;
}
