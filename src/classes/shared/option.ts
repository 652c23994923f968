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

/** Properties of a parameter that sets an option. */
export interface OptionOptions<V> {
  /** A function if it depends on the node or the release. @default '<SERVICE DEFAULT>' */
  readonly default?: NoInfer<V> | ((context: DefaultContext) => NoInfer<V> | undefined);
  /** Whether it is required; then it has no default. @default false */
  readonly required?: boolean;
  /** The first release in which the parameter exists. @default all of them */
  readonly since?: Release;
  /** The last release in which the parameter exists. @default all of them */
  readonly until?: Release;
  /** The parameter that replaced it after `until`. */
  readonly became?: string | Successor;
  /** Why it can be removed after `until` if nothing replaced it. */
  readonly obsolete?: string;
  /** What to do instead; a warning if it is given. */
  readonly deprecated?: { readonly since?: Release; readonly hint: string };
  /**
   * Whether the value is secret and the resource has `secret => true`. A release: Puppet's resources have it since
   * then; the value is redacted in all releases.
   */
  readonly secret?: boolean | Release;
  /** The type of the value. @default a scalar or a list of scalars */
  readonly value?: ValueType<V>;
  /** Converts the value of the parameter to that of the option. @default unchanged */
  readonly write?: (value: unknown, release: Release) => unknown;
}

/** A parameter of a class or defined type, with the option of a configuration file that it sets. */
export interface OptionParameter<V = OptionValue> extends Attribute<V, V, 'parameter'> {
  /** `section/option`; only `option` if another parameter selects the section. */
  readonly option: string;
  readonly marked: boolean | Release;
  readonly write: ((value: unknown, release: Release) => unknown) | undefined;
}

/**
 * Defines a parameter that sets an option: one line in the table of a class.
 * @param key `section/option`, or only the option if the class selects the section.
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
  };
}

/** Options for declaring a table. */
export interface DeclareOptions {
  /** The section of options without one. */
  readonly section?: string;
  /** Values that replace those of the parameters, by parameter. */
  readonly instead?: Readonly<Record<string, unknown>>;
  /** A prefix of all titles, for types that manage several files: `acme::`. */
  readonly prefix?: string;
}

/** Declares every option of a table that exists in the release, with the parameters' values. */
export function declareOptions(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  type: ConfigType,
  table: AttributeTable,
  { section, instead = {}, prefix = '' }: DeclareOptions = {},
): void {
  const { release } = scope;
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(table)) {
    if (!isOption(entry) || !isReleaseBetween(release, entry.since, entry.until)) continue;
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
