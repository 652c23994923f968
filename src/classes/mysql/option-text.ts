import { quoteOption } from '../../resources/mysql/option-file.js';

/** Options of the server and its programs by group, as `override_options` takes them. */
export type OptionGroups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Values that mean something else to the reader of an option file unless they are quoted. */
const DELICATE = /["'\\#\n\r\t]|^\s|\s$/;

/**
 * The text of an option file. `true` and an empty text are options without a value, lists are options that stand there
 * several times, and what is null is left out.
 */
export function optionText(groups: OptionGroups): string {
  const blocks = Object.entries(groups).map(([group, options]) => {
    const lines = Object.entries(options).flatMap(([name, value]) => optionLines(name, value));
    return [`[${group}]`, ...lines, ''].join('\n');
  });
  return blocks.join('\n');
}

function optionLines(name: string, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (value === true || value === '') return [name];
  if (Array.isArray(value)) return value.flatMap((one) => optionLines(name, one));
  const text = String(value);
  return [`${name} = ${DELICATE.test(text) ? quoteOption(text) : text}`];
}
