import type { ValueType } from '../../catalog/index.js';
import type { Secret } from '../../secrets/secret.js';

/** What a manifest may write for one value of a setting. */
export type Scalar = string | number | bigint | boolean | Secret<string>;

const expected = 'a text, a number, true or false, or a list of these';
const schema = { type: 'array', items: { type: 'string' } };

/**
 * Values of a setting of an OpenStack service, as text without white space around it. `true` and `false`, as
 * texts too and in any case, are written `True` and `False`.
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

/** Why a section or a setting cannot be called so, or undefined. */
export function findNameProblem(
  kind: 'section' | 'setting',
  name: string,
  separators: readonly string[],
): string | undefined {
  const quoted = `the name of the ${kind}, ${JSON.stringify(name)},`;
  if (kind === 'section') return undefined;
  if (name !== name.trim()) return `${quoted} has white space around it`;
  if (/^[#;[]/.test(name))
    return `${quoted} begins with '${name.charAt(0)}', which makes its line something else`;
  const separator = separators.find((one) => name.includes(one));
  return separator === undefined ? undefined : `${quoted} has '${separator}' in it, which ends a name`;
}

function toStringList(text: (value: string) => string): (value: unknown) => unknown {
  const one = (value: unknown) =>
    ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? text(String(value).trim()) : value;
  return (value) => (Array.isArray(value) ? value.map(one) : [one(value)]);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}
