/** A message that violates Erlang's distribution protocol or its external term format. */
export class ErlangProtocolError extends Error {}
