import { isDeepStrictEqual } from 'node:util';
import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import type { ValueSource } from '../../catalog/provenance.js';
import type { Redactor } from '../../secrets/redactor.js';
import { isTainted, REDACTED } from '../../secrets/secret.js';

/** The value of an attribute and its source. */
export interface ExplainedValue {
  readonly name: string;
  /** The value, with secrets redacted. */
  readonly value: unknown;
  readonly source: ValueSource;
  /** The parameter with the same name and value of the class or defined type that declares the resource. */
  readonly passedOn?:
    | { readonly parameter: string; readonly of: string; readonly source: ValueSource }
    | undefined;
}

/**
 * Explains the values of a resource.
 * @param redactor Knows the secrets of the catalog.
 */
export function explainValues(
  catalog: Catalog,
  resource: CatalogResource,
  redactor: Redactor,
): ExplainedValue[] {
  const { parameters, desired, secrets, provenance } = resource;
  const names = Object.keys({ ...desired, ...parameters });
  return names.flatMap((name) => {
    const value = desired[name] ?? parameters[name];
    if (value === undefined || value === null) return [];
    const source = provenance.sourceOf(name);
    return {
      name,
      value: secrets.has(name) ? REDACTED : redactor.value(value),
      source,
      passedOn: source.kind === 'given' ? findPassedOn(catalog, resource, name) : undefined,
    };
  });
}

/** Finds the parameter that a body has passed on, to the `value` of a setting under the setting's own name. */
function findPassedOn(catalog: Catalog, resource: CatalogResource, name: string): ExplainedValue['passedOn'] {
  const { declaredBy } = resource.provenance;
  const owner = declaredBy && catalog.find(declaredBy.type, declaredBy.title);
  if (owner === undefined) return undefined;
  const parameter = name === 'value' ? (resource.title.split('/').at(-1) ?? name) : name;
  const [passed, own] = [owner.parameters[parameter], resource.parameters[name]];
  if (passed === undefined || passed === null) return undefined;
  // Secrets are not revealed: two of them are the same value if they are the same object.
  const isSame = isTainted(passed) || isTainted(own) ? passed === own : isDeepStrictEqual(passed, own);
  return isSame
    ? { parameter, of: owner.reference, source: owner.provenance.sourceOf(parameter) }
    : undefined;
}
