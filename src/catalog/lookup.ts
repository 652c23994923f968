import { GlanceApplyError, raise } from '../errors/glance-apply-error.js';
import { isTainted, Secret } from '../secrets/secret.js';
import { checkValue } from './check-value.js';
import type { Compilation } from './compilation.js';
import type { LookupOptions } from './lookup-options.js';
import type { Position } from './position.js';
import type { ValueType } from './values/value-type.js';

/**
 * Looks up a value in data and checks it.
 * @throws {GlanceApplyError} with the location of the call if the value is missing, and with the location in the data
 *   if it does not match the type.
 */
export function lookUp<In, Out>(
  compilation: Compilation,
  key: string,
  type: ValueType<In, Out> | undefined,
  options: LookupOptions<Out>,
  position: Position,
): unknown {
  const found = compilation.data.lookup(key, options.merge === undefined ? {} : { merge: options.merge });
  if (found === undefined || found.value === null) {
    if (options.default instanceof Function)
      return callDefault(compilation, key, type, options.default, position);
    if ('default' in options) return options.default;
    return raise('data.not-found', `data has no value for '${key}'`, {
      location: position.location,
      hint: 'add it to a data file, or give the lookup a default',
    });
  }
  if (type === undefined) return found.value;
  const location = found.sources[0]?.location ?? position.location;
  const owner = { location, toString: () => 'data' };
  const checked = checkValue(owner, key, { role: 'parameter', value: type, doc: '' }, found.value);
  if ('problem' in checked) throw new GlanceApplyError(checked.problem);
  // The declared result type is a `Secret` only for a single string.
  if (type.secret === true && type.schema.type === 'string') return new Secret(checked.value);
  if (!isTainted(found.value) && type.secret !== true) return checked.value;
  return raise('data.secret', `'${key}' is a secret, and is looked up as if it was none`, {
    location: position.location,
    hint: 'look it up as secretString, or without a type, and hand it on as it is',
  });
}

/**
 * Returns the default of a value that is missing in data. If a secret is missing there too, an error is reported and
 * the manifest continues: a user who has to set eight variables sees all of them at once.
 */
function callDefault<In, Out>(
  compilation: Compilation,
  key: string,
  type: ValueType<In, Out> | undefined,
  value: () => Out,
  position: Position,
): unknown {
  try {
    return value();
  } catch (error) {
    if (type?.secret !== true || !GlanceApplyError.is(error)) throw error;
    for (const { hint, ...diagnostic } of error.diagnostics) {
      compilation.report({
        ...diagnostic,
        location: position.location,
        hint: [hint, `or give data a value for '${key}'`].filter(Boolean).join(', '),
      });
    }
    // A non-empty value, so that no second error is reported for an empty one: the compilation fails anyway.
    return new Secret('missing');
  }
}
