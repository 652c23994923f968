/** A row of a result, by the names of the columns in lower case. Numbers are strings. */
export type Row = Readonly<Record<string, string | null>>;

/** A connection to a server, or a client that behaves like one. */
export interface SqlClient {
  /** Whether it can be used; otherwise another one has to be opened. */
  readonly alive: boolean;
  /** Executes statements with one request until one fails, and returns the results of those that have rows, in order. */
  query(statements: readonly string[]): Promise<readonly (readonly Row[])[]>;
  close(): Promise<void>;
}

/** An error of a server, or the reason why it could not be reached. */
export class SqlError extends Error {
  constructor(
    message: string,
    /** The server's error number: 1045 for a wrong password. Undefined if no server responded. */
    readonly number: number | undefined,
    /** The system's code if no server responded: `ECONNREFUSED`, `ENOENT`. */
    readonly code: string | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SqlError';
  }
}
