export {
  type Attribute,
  type AttributesOf,
  type AttributeTable,
  type DesiredOf,
  type ParametersOf,
  parameter,
  property,
  title,
} from './attribute.js';
export type { Catalog, CatalogResource } from './catalog.js';
export { type ClassType, classType } from './class-type.js';
export type { CompileOptions } from './compilation.js';
export { compile } from './compile.js';
export { type DefinedType, definedType } from './defined-type.js';
export { type Manifest, manifest } from './manifest.js';
export type { LogLevel, Retry } from './metaparameter-table.js';
export type { Metaparameters } from './metaparameters.js';
export { type NativeType, nativeType } from './native-type.js';
export { managedFile, type PathUse } from './path-use.js';
export { allOf, eitherOf, not } from './query.js';
export { Reference } from './reference.js';
export type { Scope } from './scope.js';
export { Stage } from './stage.js';
export * from './values/index.js';
export type { JsonSchema, ValueType, Writable } from './values/value-type.js';
