import { type AttributeTable, type DefinedType, definedType } from '../../catalog/index.js';
import type { Release } from '../../data/releases.js';
import { findConfigType } from './find-config-type.js';
import { declareOptions } from './option.js';

/** Properties of a defined type that only declares a table of options. */
export interface OptionsDefinedTypeOptions {
  readonly doc: string;
  /** The first release in which it exists. @default all of them */
  readonly since?: Release;
  /** The last release in which it exists. @default all of them */
  readonly until?: Release;
}

/**
 * Creates a defined type from a table of options. Its title is the configuration type that declares them, unless the
 * parameter `config` names one.
 */
export function createOptionsDefinedType<const A extends AttributeTable>(
  name: string,
  table: A,
  options: OptionsDefinedTypeOptions,
): DefinedType<A> {
  return class extends definedType(name, table, options) {
    override declare(): void {
      const { config = this.title } = this.parameters as { readonly config?: string };
      declareOptions(this as never, findConfigType(this, config), table);
    }
  };
}
