import { createRequire } from 'node:module';
import type { Ajv as AjvClass } from 'ajv';
import { precompiled, schemaKey, type Validator } from './precompiled.js';
import type { JsonSchema } from './value-type.js';

const bySchema = new WeakMap<JsonSchema, Validator>();
const byKey = new Map<string, Validator>(Object.entries(precompiled));
let ajv: AjvClass | undefined;

/**
 * Returns the validator of a schema: created by the build for the types of the library, compiled by ajv on first use
 * for the types of a user. Cached for the life of the process; a validator has no state.
 */
export function validatorFor(schema: JsonSchema): Validator {
  let validator = bySchema.get(schema);
  if (validator === undefined) {
    const key = schemaKey(schema);
    validator = byKey.get(key) ?? compile(schema);
    byKey.set(key, validator);
    bySchema.set(schema, validator);
  }
  return validator;
}

function compile(schema: JsonSchema): Validator {
  if (ajv === undefined) {
    // Required here instead of imported above: most runs never need it, and loading it takes a third of the startup
    // time.
    const { Ajv }: { readonly Ajv: typeof AjvClass } = createRequire(import.meta.url)('ajv');
    ajv = new Ajv({ strict: true, allowUnionTypes: true });
  }
  return ajv.compile(schema);
}
