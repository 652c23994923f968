import type { DefaultContext, Successor } from '../../catalog/attribute.js';
import {
  type Attribute,
  type AttributeTable,
  parameter,
  type Scope,
  type ValueType,
} from '../../catalog/index.js';
import { isReleaseBetween, type Release } from '../../data/releases.js';
import type { Clear } from '../../secrets/secret.js';
import { type ConfigType, declareSettings } from './declare-settings.js';
import { formatOrFail } from './format-or-fail.js';
import { type OptionValue, optionValue, secretOptionValue } from './option-value.js';
import { serviceDefault } from './service-default.js';

/** What can be said of a parameter that becomes an option. */
export interface OptionOptions<V> {
  /** A function where it depends on the node or the release. @default '<SERVICE DEFAULT>' */
  readonly default?: NoInfer<V> | ((context: DefaultContext) => NoInfer<V> | undefined);
  /** It must be given; then there is no default. @default false */
  readonly required?: boolean;
  /** The first release that has the parameter. @default all of them */
  readonly since?: Release;
  /** The last release that has the parameter. @default all of them */
  readonly until?: Release;
  /** The parameter that it became after `until`. */
  readonly became?: string | Successor;
  /** Why it can be left out after `until` where nothing took its place. */
  readonly obsolete?: string;
  /** What to do instead, said as a warning where it is given. */
  readonly deprecated?: { readonly since?: Release; readonly hint: string };
  /**
   * The value is secret, and the resource says so with `secret => true`. A release: Puppet's resources say so since
   * then; here the value is redacted in all of them.
   */
  readonly secret?: boolean | Release;
  /** What the manifest may write. @default a scalar or a list of those */
  readonly value?: ValueType<V>;
  /** The value of the option, out of that of the parameter. @default as it is */
  readonly write?: (value: unknown, release: Release) => unknown;
}

/** A parameter of a class or defined type, with the option of a configuration file that it becomes. */
export interface OptionParameter<V = OptionValue> extends Attribute<V, V, 'parameter'> {
  /** `section/option`; `option` alone where the section is chosen by another parameter. */
  readonly option: string;
  readonly marked: boolean | Release;
  readonly write: ((value: unknown, release: Release) => unknown) | undefined;
}

/**
 * A parameter that becomes an option: one line of a table of a class.
 * @param key `section/option`, or the option alone where the class chooses the section.
 */
export function option<V = OptionValue>(
  key: string,
  doc: string,
  options: OptionOptions<V> = {},
): OptionParameter<V> {
  const { secret = false, required, became } = options;
  const type = options.value ?? (secret === false ? optionValue : secretOptionValue);
  const fallback = required ? undefined : (options.default ?? serviceDefault);
  return {
    ...parameter(type as ValueType<V>, doc, {
      default: fallback as Clear<V> | ((context: DefaultContext) => Clear<V> | undefined),
      required,
      since: options.since,
      until: options.until,
      became: typeof became === 'string' ? { name: became } : became,
      obsolete: options.obsolete,
      deprecated: options.deprecated,
    }),
    option: key,
    marked: secret,
    write: options.write,
  } as OptionParameter<V>;
}

/** How a table is written. */
export interface DeclareOptions {
  /** The section of the options whose table names none. */
  readonly section?: string;
  /** Values that take the place of the parameters', by the parameters' names. */
  readonly instead?: Readonly<Record<string, unknown>>;
  /** What stands before all the titles, for types with a file for each of several things: `acme::`. */
  readonly prefix?: string;
}

/** Declares every option of a table that the release has, with the parameters' values. */
export function declareOptions(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  type: ConfigType,
  table: AttributeTable,
  { section, instead = {}, prefix = '' }: DeclareOptions = {},
): void {
  const { release } = scope;
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(table)) {
    if (!isOption(entry) || !isReleaseBetween(release, entry.since as Release, entry.until as Release))
      continue;
    const given = Object.hasOwn(instead, name) ? instead[name] : scope.parameters[name];
    const { write } = entry;
    const value = write === undefined ? given : formatOrFail(scope, name, () => write(given, release));
    const key =
      entry.option.includes('/') || section === undefined ? entry.option : `${section}/${entry.option}`;
    values[prefix + key] = isMarked(entry, release) ? { value, secret: true } : { value };
  }
  declareSettings(scope, type, values);
}

function isOption(entry: Attribute<unknown, unknown>): entry is OptionParameter<unknown> {
  return 'option' in entry;
}

function isMarked({ marked }: OptionParameter<unknown>, release: Release): boolean {
  return typeof marked === 'boolean' ? marked : isReleaseBetween(release, marked, undefined);
}
