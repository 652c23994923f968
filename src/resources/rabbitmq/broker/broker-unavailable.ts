/** The broker cannot be asked, for now or at all. */
export class BrokerUnavailable extends Error {
  constructor(
    reason: string,
    /** Whoever runs this may not ask it. */
    readonly denied = false,
    /** It will not come by waiting: it is not installed. */
    readonly isPermanent = false,
  ) {
    super(reason);
  }
}
