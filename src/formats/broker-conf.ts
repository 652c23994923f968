import { checkFileText } from './plain-text.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'rabbitmq.conf';

/**
 * Formats a line of `rabbitmq.conf`.
 * @param name The parts of the name, which are joined with dots.
 * @throws {UnwritableValue} for a value that cannot be written, because the file has no quoting.
 */
export function formatBrokerSetting(name: readonly string[], value: string): string {
  return `${name.map(checkNamePart).join('.')} = ${checkValue(value)}\n`;
}

function checkNamePart(part: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(part)) return part;
  throw new UnwritableValue(
    `${JSON.stringify(part)} cannot be part of the name of a setting in ${FILE}`,
    'use letters, digits, hyphens and underscores; config_variables accepts other names',
  );
}

function checkValue(value: string): string {
  if (!/#|[^\x20-\x7e]|^\s|\s$|^$/.test(checkFileText(value, FILE))) return value;
  throw new UnwritableValue(
    `the value cannot be written to ${FILE}, which has no quoting`,
    "remove '#', leading and trailing spaces, and everything except printable ASCII",
  );
}
