/** The end of the connection to a host, or of the program there, while something was expected from it. */
export class SessionLost extends Error {
  constructor(
    host: string,
    /** What ended it. */
    readonly reason: string,
  ) {
    super(`lost the connection to ${host}: ${reason}`);
    this.name = 'SessionLost';
  }
}
