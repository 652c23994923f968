/** A row of a result, by the columns' names in small letters. Numbers are texts. */
export type Row = Readonly<Record<string, string | null>>;

/** A connection to a server, or something that behaves as one. */
export interface SqlClient {
  /** False when it is lost, and another has to be opened. */
  readonly alive: boolean;
  /** Sends statements in one go; gives the results of those that have one, in order. The first that fails ends it. */
  query(statements: readonly string[]): Promise<readonly (readonly Row[])[]>;
  close(): Promise<void>;
}

/** What a server refused, or why it could not be asked. */
export class SqlError extends Error {
  constructor(
    message: string,
    /** The server's number: 1045 for a wrong password. Absent where no server spoke. */
    readonly number: number | undefined,
    /** The system's code where no server spoke: `ECONNREFUSED`, `ENOENT`. */
    readonly code: string | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SqlError';
  }
}
