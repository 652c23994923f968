import type { ClassType } from './class-type.js';
import type { DefinedType } from './defined-type.js';
import type { NativeType } from './native-type.js';

/** What data may name: native types, classes and defined types by their Puppet names, in lower case. */
export interface Vocabulary {
  readonly types: ReadonlyMap<string, NativeType>;
  readonly classes: ReadonlyMap<string, ClassType>;
  readonly definedTypes: ReadonlyMap<string, DefinedType>;
}
