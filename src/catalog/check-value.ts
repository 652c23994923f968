import type { Diagnostic } from '../errors/diagnostic.js';
import { problem } from '../errors/diagnostic.js';
import { didYouMean } from '../errors/nearest.js';
import type { SourceLocation } from '../errors/source-location.js';
import { isTainted, REDACTED, revealAll } from '../secrets/secret.js';
import type { Attribute, AttributeTable } from './attribute.js';
import { findStrings, findTextError, type TextForm } from './text-form.js';
import { validatorFor } from './values/validate.js';

/** The owner of a value, for messages. */
export interface ValueOwner {
  readonly location: SourceLocation | undefined;
  /** Returns the source location of one attribute, if it is known more precisely than the owner's. */
  locationOf?(attribute: string): SourceLocation | undefined;
  toString(): string;
}

/** A checked value in plain text, or the problem with it. */
export type CheckResult = { readonly value: unknown } | { readonly problem: Diagnostic };

/**
 * Munges one value and checks it against its schema. Secrets are checked as well, but never quoted.
 * @param text What strings may contain, if the attribute does not specify it.
 */
export function checkValue(
  owner: ValueOwner,
  name: string,
  attribute: Attribute<unknown, unknown>,
  given: unknown,
  text: TextForm = 'lines',
): CheckResult {
  const clear = revealAll(given);
  const value = attribute.value.munge?.(clear) ?? clear;
  if (containsPlaceholder(value)) return { problem: lostSecret(owner, name) };
  if (validatorFor(attribute.value.schema)(value)) {
    const textError = findTextError(value, attribute.text ?? text);
    return textError === undefined ? { value } : { problem: invalidText(owner, name, textError) };
  }
  const confidential = isTainted(given) || attribute.value.secret === true;
  const shown = confidential ? REDACTED : quote(given);
  return {
    problem: problem(
      'attribute.value',
      `${owner}: ${name} must be ${attribute.value.expected}, not ${shown}`,
      {
        location: locationOf(owner, name),
        ...(confidential ? { confidential } : {}),
      },
    ),
  };
}

/**
 * Returns the error for a string that would not arrive on the host unchanged. The string is not quoted because it may
 * be a secret.
 */
function invalidText(owner: ValueOwner, name: string, textError: string): Diagnostic {
  return problem('attribute.text', `${owner}: ${name} has ${textError}`, {
    location: locationOf(owner, name),
  });
}

function containsPlaceholder(value: unknown): boolean {
  for (const text of findStrings(value)) if (text.includes(REDACTED)) return true;
  return false;
}

/** Returns the error for a secret that was interpolated into a plain string: only its placeholder has arrived here. */
function lostSecret(owner: ValueOwner, name: string): Diagnostic {
  return problem('attribute.secret', `${owner}: ${name} contains '${REDACTED}' instead of a secret`, {
    location: locationOf(owner, name),
    hint: 'build a string that contains a secret with the template tag secret.text; the whole string is then a secret',
  });
}

/** Returns the error for an attribute that the table does not have, with the most similar name that it has. */
export function unknownAttribute(
  owner: ValueOwner,
  name: string,
  table: AttributeTable,
  others: Iterable<string>,
): Diagnostic {
  return problem('attribute.unknown', `${owner} has no parameter named '${name}'`, {
    location: locationOf(owner, name),
    hint: didYouMean(name, [...Object.keys(table), ...others]),
  });
}

/** Returns the error for an attribute that only has a meaning on other operating systems. */
export function inapplicableAttribute(owner: ValueOwner, name: string, system: string): Diagnostic {
  return problem('attribute.elsewhere', `${owner}: ${name} is for ${system} and would have no effect here`, {
    location: locationOf(owner, name),
    hint: `leave ${name} out`,
  });
}

function locationOf(owner: ValueOwner, name: string): SourceLocation | undefined {
  return owner.locationOf?.(name) ?? owner.location;
}

function quote(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`;
  if (typeof value === 'function') return 'a function';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
