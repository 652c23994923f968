import { isDeepStrictEqual } from 'node:util';
import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import type { ValueSource } from '../../catalog/provenance.js';
import type { Redactor } from '../../secrets/redactor.js';
import { isTainted, REDACTED } from '../../secrets/secret.js';

/** The value of an attribute, and where it comes from. */
export interface ExplainedValue {
  readonly name: string;
  /** Secrets are redacted. */
  readonly value: unknown;
  readonly source: ValueSource;
  /** The parameter of what declares the resource that has the name and the value of this attribute. */
  readonly passedOn?:
    | { readonly parameter: string; readonly of: string; readonly source: ValueSource }
    | undefined;
}

/** The values of a resource; `redactor` knows the secrets of its catalog. */
export function explainedValues(
  catalog: Catalog,
  resource: CatalogResource,
  redactor: Redactor,
): ExplainedValue[] {
  const { parameters, wanted, secrets, provenance } = resource;
  const names = Object.keys({ ...wanted, ...parameters });
  return names.flatMap((name) => {
    const value = wanted[name] ?? parameters[name];
    if (value === undefined || value === null) return [];
    const source = provenance.sourceOf(name);
    return {
      name,
      value: secrets.has(name) ? REDACTED : redactor.value(value),
      source,
      passedOn: source.kind === 'given' ? passedOn(catalog, resource, name) : undefined,
    };
  });
}

/** Bodies hand their parameters on, to a setting's `value` under the setting's own name. */
function passedOn(catalog: Catalog, resource: CatalogResource, name: string): ExplainedValue['passedOn'] {
  const { declaredBy } = resource.provenance;
  const owner = declaredBy && catalog.find(declaredBy.type, declaredBy.title);
  if (owner === undefined) return undefined;
  const parameter = name === 'value' ? (resource.title.split('/').at(-1) ?? name) : name;
  const [given, handedOn] = [owner.parameters[parameter], resource.parameters[name]];
  if (given === undefined || given === null) return undefined;
  // Two secrets are the same value where they are one object; they are not looked into.
  const same =
    isTainted(given) || isTainted(handedOn) ? given === handedOn : isDeepStrictEqual(given, handedOn);
  return same ? { parameter, of: owner.reference, source: owner.provenance.sourceOf(parameter) } : undefined;
}
