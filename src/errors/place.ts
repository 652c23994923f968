/** A position in a manifest or data file: what every message about a resource points at. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1; absent where only the line is known (Puppet's catalog format). */
  readonly column?: number;
  /** The line is not shown: somebody else says that it is the one that is meant. @default false */
  readonly unquoted?: true;
}

/** `file:line:column`, the form that editors and terminals make clickable. */
export function formatPlace(place: Place): string {
  return place.column === undefined
    ? `${place.file}:${place.line}`
    : `${place.file}:${place.line}:${place.column}`;
}
