import type { Explanation } from '../data/hierarchy/index.js';
import { formatLocation } from '../errors/source-location.js';
import { revealAll } from '../secrets/secret.js';
import { printable, printableJson, printableLine } from '../views/index.js';
import type { Style } from '../views/style.js';

/** Renders the explanation of a lookup: every file that was searched, and which values were used. */
export function renderLookupExplanation(
  explanation: Explanation,
  { paint }: Style,
  showSecrets: boolean,
): string[] {
  const { key, merge, mergeFrom, convertTo, layers, found } = explanation;
  const strategy =
    merge === undefined ? 'not found' : `merged by ${printableJson(merge)}, as ${mergeFrom} said`;
  const how = merge?.strategy === 'first' && mergeFrom === 'nobody' ? 'the first value counts' : strategy;
  return [
    `${paint.strong(printableLine(key))}: ${how}${convertTo === undefined ? '' : `, then converted to ${printableJson(convertTo)}`}`,
    ...layers.flatMap(({ name, config, levels }) => [
      `${paint.strong(printableLine(name))}  ${paint.faint(printableLine(config))}`,
      ...levels.flatMap((level) => [
        `  ${printableLine(level.name)}`,
        ...(level.files.length === 0 ? [paint.faint('    no file')] : []),
        ...level.files.map((file) => {
          const where = printableLine(
            file.location === undefined ? file.path : formatLocation(file.location),
          );
          const value = 'value' in file ? ` ${formatJsonValue(file.value, showSecrets)}` : '';
          const line = `    ${where}  ${file.outcome}${value}${file.reason === undefined ? '' : `: ${printable(file.reason)}`}`;
          return file.outcome === 'used'
            ? paint.good(line)
            : file.outcome === 'refused'
              ? paint.bad(line)
              : paint.faint(line);
        }),
      ]),
    ]),
    ...(found === undefined
      ? []
      : [`${paint.strong('Result')}: ${formatJsonValue(found.value, showSecrets)}`]),
  ];
}

/** Formats a value as JSON on one line; secrets are redacted unless `showSecrets` is true. */
export function formatJsonValue(value: unknown, showSecrets: boolean): string {
  return printableJson(showSecrets ? revealAll(value) : value);
}
