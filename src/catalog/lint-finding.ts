import type { Release } from '../data/releases.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { Place } from '../errors/place.js';
import type { ResourceView } from './resource-view.js';

/** A finding of a type about a valid resource. It becomes a warning at the source location of the decision. */
export interface LintFinding {
  readonly resource: ResourceView;
  /** Stable, as a diagnostic's. */
  readonly code: Diagnostic['code'];
  /** Completes "Type[title]: …". */
  readonly message: string;
  readonly hint?: string | undefined;
  /** Where to point. @default where the resource was declared */
  readonly place?: Place | undefined;
}

/** Where a manifest decided on a resource. */
export interface Decision {
  readonly place: Place | undefined;
  /** It did so by a parameter that was warned of already, as one that is deprecated. */
  readonly warned: boolean;
}

/** What a type may ask of a finished catalog. */
export interface LintContext {
  readonly release: Release;
  /** A resource by type and title, alias or name on the host. */
  find(type: string, title: string): ResourceView | undefined;
  /**
   * Where the manifest decided on a resource. One that it declares itself: there, at the attribute where its
   * place is known. One that the body of a library's class declares: where the class, or what contains it, was
   * given a parameter of one of these names. Undefined where nobody but the library decided.
   */
  findDecision(
    resource: ResourceView,
    attribute: string,
    parameters: readonly string[],
  ): Decision | undefined;
}
