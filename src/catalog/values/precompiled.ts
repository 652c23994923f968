import type { JsonSchema } from './value-type.js';

/** Returns whether a value matches a schema. */
export type Validator = (value: unknown) => boolean;

/**
 * Validators that ajv compiled ahead of time, by the schema's JSON. Empty here: the build replaces this module with one
 * that contains a validator for each schema of the library, because compiling them at every start would cost more than
 * the rest of a run (docs/decisions/0002).
 */
export const precompiled: Readonly<Record<string, Validator>> = {};

/** Returns the key of a schema's validator. */
export function schemaKey(schema: JsonSchema): string {
  return JSON.stringify(schema);
}
