/** What a diagnostic code means, for `glance-apply describe CODE` and docs/errors.md. */
export interface CodeDocumentation {
  /** When the diagnostic is reported. Complete sentences. */
  readonly cause: string;
  /** What to do about it. Complete sentences. */
  readonly remedy: string;
}

/** Documentation by code. */
export type CodeTable = Readonly<Record<string, CodeDocumentation>>;
