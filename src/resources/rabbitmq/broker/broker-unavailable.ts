/** The broker cannot be called, temporarily or at all. */
export class BrokerUnavailable extends Error {
  constructor(
    reason: string,
    /** Whether this user is not allowed to call it. */
    readonly denied = false,
    /** Whether waiting is useless, because it is not installed. */
    readonly isPermanent = false,
  ) {
    super(reason);
  }
}
