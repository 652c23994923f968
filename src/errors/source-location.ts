/** A position in a manifest or data file, which every message about a resource refers to. */
export interface SourceLocation {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1; absent if only the line is known, as in Puppet's catalog format. */
  readonly column?: number;
  /** The line is not quoted, because the position was supplied by another program. @default false */
  readonly unquoted?: true;
}

/** Returns the position of an offset in the text of a file. */
export function locationAt(file: string, text: string, offset: number): SourceLocation {
  const lines = text.slice(0, offset).split('\n');
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Formats a position as `file:line:column`, which editors and terminals make clickable. */
export function formatLocation(location: SourceLocation): string {
  return location.column === undefined
    ? `${location.file}:${location.line}`
    : `${location.file}:${location.line}:${location.column}`;
}
