import type { DiagnosticCode } from './codes/index.js';
import type { Place } from './place.js';

/** A code of a package that is built on this library: its name, a slash, and what happened: `my-types/motd.encoding`. */
export type ExtensionCode = `${string}/${string}`;

/** Another place that a message speaks of, such as the first of two declarations. */
export interface RelatedPlace {
  readonly message: string;
  readonly place: Place | undefined;
}

/**
 * What went wrong, as data: nothing in the library prints, and one place renders it (`src/views`).
 * `code` is stable and may be matched; the sentences may change. docs/errors.md documents every code.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode | ExtensionCode;
  readonly severity: 'error' | 'warning';
  /** What happened, in one sentence without a full stop at the end. */
  readonly message: string;
  /** Where, when a place in a manifest, a data file or a configuration file is known. */
  readonly place?: Place | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** What was asked for may have come about all the same, or may still. @default false */
  readonly outcomeUnknown?: boolean | undefined;
  /** The line that the place names may hold a secret: it is pointed at, and not shown. @default false */
  readonly confidential?: boolean | undefined;
}

/** Shapes an error diagnostic; `severity` is the one thing most callers would repeat. */
export function problem(
  code: Diagnostic['code'],
  message: string,
  rest: Omit<Partial<Diagnostic>, 'code' | 'message' | 'severity'> = {},
): Diagnostic {
  return { code, severity: 'error', message, ...rest };
}

/** Shapes a warning diagnostic. */
export function warning(
  code: Diagnostic['code'],
  message: string,
  rest: Omit<Partial<Diagnostic>, 'code' | 'message' | 'severity'> = {},
): Diagnostic {
  return { code, severity: 'warning', message, ...rest };
}
