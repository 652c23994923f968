import { fileText } from './plain-text.js';
import { Unwritable } from './unwritable.js';

const FILE = "the broker's file of settings";

/**
 * A line of `rabbitmq.conf`.
 * @param name In parts, which stand there with dots between them.
 * @throws {Unwritable} for what the file cannot hold: it knows no quotes.
 */
export function brokerSetting(name: readonly string[], value: string): string {
  return `${name.map(partOfName).join('.')} = ${plain(value)}\n`;
}

function partOfName(part: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(part)) return part;
  throw new Unwritable(
    `${JSON.stringify(part)} cannot be part of the name of a setting in ${FILE}`,
    'names have letters, digits, hyphens and underscores; config_variables take all others',
  );
}

function plain(value: string): string {
  if (!/#|[^\x20-\x7e]|^\s|\s$|^$/.test(fileText(value, FILE))) return value;
  throw new Unwritable(
    `the value cannot be written into ${FILE}, which knows no quotes`,
    "leave out '#', spaces at the ends and all that is not printable ASCII",
  );
}
