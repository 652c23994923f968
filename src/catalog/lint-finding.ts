import type { Release } from '../data/releases.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { SourceLocation } from '../errors/source-location.js';
import type { ResourceView } from './resource-view.js';

/** A finding of a type about a valid resource. It becomes a warning at the source location of the decision. */
export interface LintFinding {
  readonly resource: ResourceView;
  /** A stable code, like that of a diagnostic. */
  readonly code: Diagnostic['code'];
  /** Completes "Type[title]: …". */
  readonly message: string;
  readonly hint?: string | undefined;
  /** The source location to report. @default where the resource was declared */
  readonly location?: SourceLocation | undefined;
}

/** Where a manifest decided on a resource. */
export interface Decision {
  readonly location: SourceLocation | undefined;
  /** Whether a warning was already reported for the parameter, for example because it is deprecated. */
  readonly warned: boolean;
}

/** What a type can query about a finished catalog. */
export interface LintContext {
  readonly release: Release;
  /** Finds a resource by type and title, alias or namevar. */
  find(type: string, title: string): ResourceView | undefined;
  /**
   * Finds where the manifest decided on a resource. If the manifest declares the resource itself: its source location,
   * or that of the attribute if it is known. If the body of a library class declares it: where that class, or a
   * container of it, was given a parameter with one of these names. Undefined if the library alone decided.
   */
  findDecision(
    resource: ResourceView,
    attribute: string,
    parameters: readonly string[],
  ): Decision | undefined;
}
