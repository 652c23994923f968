import type { ValueType } from '../../catalog/index.js';
import type { Secret } from '../../secrets/secret.js';

/** A value of a setting in a manifest. */
export type Scalar = string | number | bigint | boolean | Secret<string>;

const expected = 'a string, a number, true or false, or a list of these';
const schema = { type: 'array', items: { type: 'string' } };

/**
 * Values of a setting of an OpenStack service, as strings without white space around them. `true` and `false`, also as
 * strings in any case, are written `True` and `False`.
 */
export const settingValues: ValueType<Scalar | readonly Scalar[], readonly string[]> = {
  schema,
  expected,
  munge: toStringList((text) => (/^(true|false)$/i.test(text) ? capitalize(text) : text)),
};

/** Values of a setting of any other file: `true` and `false` stay as they are. */
export const plainValues: ValueType<Scalar | readonly Scalar[], readonly string[]> = {
  schema,
  expected,
  munge: toStringList((text) => text),
};

/** Describes why a name of a section or a setting is invalid; undefined if it is valid. */
export function findNameProblem(
  kind: 'section' | 'setting',
  name: string,
  separators: readonly string[],
): string | undefined {
  const quoted = `the name of the ${kind}, ${JSON.stringify(name)},`;
  if (kind === 'section') return undefined;
  if (name !== name.trim()) return `${quoted} has white space around it`;
  if (/^[#;[]/.test(name))
    return `${quoted} begins with '${name.charAt(0)}', so that its line would not be a setting`;
  const separator = separators.find((one) => name.includes(one));
  return separator === undefined ? undefined : `${quoted} has '${separator}' in it, which would end the name`;
}

function toStringList(text: (value: string) => string): (value: unknown) => unknown {
  const one = (value: unknown) =>
    ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? text(String(value).trim()) : value;
  return (value) => (Array.isArray(value) ? value.map(one) : [one(value)]);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}
