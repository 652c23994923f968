import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import { describeClosest, formatResource } from './closest-resources.js';
import { coverage } from './coverage.js';
import { type ClassLike, type Declarable, isClass, type TitleOf, toReference } from './declarable.js';
import { fail } from './fail.js';
import { ResourceAssertion } from './resource-assertion.js';

/**
 * Asserts that the catalog contains a class, a resource with a title, or, without a title, any resource of a type.
 * @returns further assertions about the resource.
 * @throws {AssertionError} with the closest resources.
 */
export function assertContains<T extends ClassLike>(catalog: Catalog, type: T): ResourceAssertion<T>;
export function assertContains<T extends Declarable, const S extends string>(
  catalog: Catalog,
  type: T,
  title?: TitleOf<T, S> & S,
): ResourceAssertion<T>;
export function assertContains<T extends Declarable>(
  catalog: Catalog,
  type: T,
  title?: string,
): ResourceAssertion<T> {
  const found = findCandidates(catalog, type, title);
  if (found.length > 0) return new ResourceAssertion(catalog, found);
  const reference = toReference(type, isClass(type) ? undefined : (title ?? ''));
  const what =
    title === undefined && !isClass(type) ? `a resource of the type ${type.definition.name}` : `${reference}`;
  return fail(
    [`the catalog does not contain ${what}; the closest are`, ...describeClosest(catalog, reference)],
    assertContains,
  );
}

/** Asserts that the catalog does not contain a class, a resource, or, without a title, any resource of a type. */
export function assertLacks<T extends ClassLike>(catalog: Catalog, type: T): void;
export function assertLacks<T extends Declarable, const S extends string>(
  catalog: Catalog,
  type: T,
  title?: TitleOf<T, S> & S,
): void;
export function assertLacks(catalog: Catalog, type: Declarable, title?: string): void {
  const [first, ...others] = findCandidates(catalog, type, title);
  if (first === undefined) return;
  coverage.recordAssertion([first]);
  const more = others.length === 0 ? '' : ` and ${others.length} more of its type`;
  fail(`the catalog has ${formatResource(first)}${more}`, assertLacks);
}

function findCandidates(
  catalog: Catalog,
  type: Declarable,
  title: string | undefined,
): readonly CatalogResource[] {
  if (title === undefined && !isClass(type))
    return catalog.resources.filter((one) => one.type === type.definition.name);
  const reference = toReference(type, title);
  const found = catalog.find(reference.type, reference.title);
  return found === undefined ? [] : [found];
}
