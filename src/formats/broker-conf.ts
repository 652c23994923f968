import { checkFileText } from './plain-text.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = "the broker's file of settings";

/**
 * A line of `rabbitmq.conf`.
 * @param name In parts, which stand there with dots between them.
 * @throws {UnwritableValue} for what the file cannot hold: it knows no quotes.
 */
export function formatBrokerSetting(name: readonly string[], value: string): string {
  return `${name.map(checkNamePart).join('.')} = ${checkValue(value)}\n`;
}

function checkNamePart(part: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(part)) return part;
  throw new UnwritableValue(
    `${JSON.stringify(part)} cannot be part of the name of a setting in ${FILE}`,
    'names have letters, digits, hyphens and underscores; config_variables take all others',
  );
}

function checkValue(value: string): string {
  if (!/#|[^\x20-\x7e]|^\s|\s$|^$/.test(checkFileText(value, FILE))) return value;
  throw new UnwritableValue(
    `the value cannot be written into ${FILE}, which knows no quotes`,
    "leave out '#', spaces at the ends and all that is not printable ASCII",
  );
}
