import { type AttributeTable, type DefinedType, definedType } from '../../catalog/index.js';
import type { Release } from '../../data/releases.js';
import { findConfigType } from './find-config-type.js';
import { declareOptions } from './option.js';

/** What can be said of a defined type that is a table of options and nothing else. */
export interface OptionsDefinedTypeOptions {
  readonly doc: string;
  /** The first release that has it. @default all of them */
  readonly since?: Release;
  /** The last release that has it. @default all of them */
  readonly until?: Release;
}

/**
 * Makes a defined type of a table of options. Its title is the configuration type that they are written with,
 * unless its parameter `config` names one.
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
