import { isDeepStrictEqual } from 'node:util';
import type { CatalogResource } from '../../catalog/catalog.js';
import { isTainted, REDACTED, revealAll } from '../../secrets/secret.js';
import { Matcher, type Mismatch } from './expectation.js';
import { findMismatches } from './find-mismatches.js';
import { formatExpectation } from './format-expectation.js';

/** Finds the differences between the attributes of a resource and the expected ones. */
export function findDifferences(
  resource: CatalogResource,
  expected: Readonly<Record<string, unknown>>,
): Mismatch[] {
  return Object.entries(expected).flatMap(([name, one]) => findDifference(resource, name, one));
}

/** Finds the attributes that a manifest sets in addition to the given names. */
export function findOtherAttributes(resource: CatalogResource, names: ReadonlySet<string>): string[] {
  return Object.keys(resource.parameters).filter(
    (name) => !names.has(name) && resource.parameters[name] !== null && name !== titleOf(resource),
  );
}

/** Returns whether a manifest sets an attribute. */
export function isGiven(resource: CatalogResource, name: string): boolean {
  const value = resource.parameters[name];
  return value !== undefined && value !== null;
}

/** Formats a mismatch as a line of a failure. Secrets are not shown. */
export function formatDifference(resource: CatalogResource, { path, expected, actual }: Mismatch): string {
  const name = path.split('.')[0] ?? path;
  const secret = resource.secrets.has(name) || isTainted(resource.parameters[name]);
  return secret
    ? `${path}: not as expected; the value is a secret ${REDACTED}`
    : `${path}: expected ${expected}, got ${formatExpectation(actual)}`;
}

/**
 * Compares an attribute with its expected value. It matches either as the manifest writes it or as its type normalizes it:
 * `true` can be written as 'True', and a mode without its leading zero.
 */
function findDifference(resource: CatalogResource, name: string, expected: unknown): Mismatch[] {
  const { parameters, desired, definition } = resource;
  const given = parameters[name];
  const asWritten = findMismatches(expected, given, name);
  if (asWritten.length === 0 || definition === undefined) return asWritten;
  const understood = revealAll(desired[name]);
  // A default was not set by the manifest.
  if (expected === undefined || expected === null) return asWritten;
  const asUnderstood = findMismatches(expected, understood, name);
  if (asUnderstood.length === 0) return [];
  if (isLiteral(expected)) {
    const clear = revealAll(expected);
    const meant = definition.attributes[name]?.value.munge?.(clear) ?? clear;
    if (isDeepStrictEqual(meant, understood)) return [];
  }
  return isGiven(resource, name) ? asWritten : asUnderstood;
}

function isLiteral(expected: unknown): boolean {
  if (typeof expected === 'function' || expected instanceof RegExp || Matcher.is(expected)) return false;
  if (typeof expected !== 'object' || expected === null) return true;
  return Object.values(expected).every(isLiteral);
}

function titleOf({ definition }: CatalogResource): string | undefined {
  return definition?.titleAttribute;
}
