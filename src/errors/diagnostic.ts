import type { DiagnosticCode } from './codes/index.js';
import type { SourceLocation } from './source-location.js';

/** A code of a package that extends this library: the name of the package, a slash and the problem, as in `my-types/motd.encoding`. */
export type ExtensionCode = `${string}/${string}`;

/** Another location that a message refers to, such as the first of two declarations. */
export interface RelatedLocation {
  readonly message: string;
  readonly location: SourceLocation | undefined;
}

/**
 * An error or warning as data: the library does not print, and only `src/views` renders diagnostics.
 * `code` is stable and can be matched; the messages may change. docs/errors.md documents every code.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode | ExtensionCode;
  readonly severity: 'error' | 'warning';
  /** What is wrong, in one sentence without a final period. */
  readonly message: string;
  /** The location in a manifest, a data file or a configuration file, if it is known. */
  readonly location?: SourceLocation | undefined;
  readonly related?: readonly RelatedLocation[] | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** The requested change may have been made nevertheless, or may still be made. @default false */
  readonly outcomeUnknown?: boolean | undefined;
  /** The line at the location may contain a secret: the location is shown, the line is not. @default false */
  readonly confidential?: boolean | undefined;
}

/** Creates an error diagnostic. */
export function problem(
  code: Diagnostic['code'],
  message: string,
  rest: Omit<Partial<Diagnostic>, 'code' | 'message' | 'severity'> = {},
): Diagnostic {
  return { code, severity: 'error', message, ...rest };
}

/** Creates a warning diagnostic. */
export function warning(
  code: Diagnostic['code'],
  message: string,
  rest: Omit<Partial<Diagnostic>, 'code' | 'message' | 'severity'> = {},
): Diagnostic {
  return { code, severity: 'warning', message, ...rest };
}
