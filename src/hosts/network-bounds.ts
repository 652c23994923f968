/**
 * Limits on what any server can cost a run. All of them are defined here. docs/decisions/0047 explains their values.
 * Times are in seconds, sizes in bytes.
 */
export const NETWORK_BOUNDS = {
  /** To connect, and the same again for the TLS handshake. */
  connecting: 10,
  /** Without progress of a response or an upload. */
  idle: 60,
  /** The amount that must be transferred within `idle` to count as progress: about 300 bytes per second. */
  progress: 16 * 1024,
  /** For one request to an API, including its response. */
  answer: 300,
  /** For one response of an API: a list of a hundred thousand users. */
  answerBytes: 64 * 1024 * 1024,
  /** For an error response: more than any message needs. */
  refusalBytes: 64 * 1024,
  /** The nesting depth of JSON. */
  jsonDepth: 200,
  /** Values in one response: ten for each of two hundred thousand users. */
  jsonValues: 2_000_000,
  /** The minimum memory that a value occupies. */
  jsonValueBytes: 64,
  /** Pages of one list. */
  pages: 10_000,
  /** For one list with all its pages, in memory. */
  listBytes: 256 * 1024 * 1024,
  /** For one list with all its pages. */
  list: 900,
  /** Redirections on the way to a file. */
  redirects: 10,
  /** For a file whose length the server does not announce; an announced length is not limited. */
  unmeasuredBytes: 16 * 1024 ** 3,
  /** For the greeting of a database server, and for logging in. */
  sqlGreeting: 10,
  /** For everything that a database server sends before the login is complete. */
  sqlGreetingBytes: 64 * 1024,
  /** For the statements of one request to a database server. */
  sqlAnswer: 300,
  /** For the response to them. */
  sqlAnswerBytes: 256 * 1024 * 1024,
  /** Values in it: all columns of forty thousand accounts. */
  sqlAnswerValues: 2_000_000,
  /** For finding and greeting an Erlang node. */
  erlangGreeting: 5,
  /** For one response of an Erlang node. */
  erlangAnswer: 60,
  /** For one message of an Erlang node. */
  erlangMessageBytes: 64 * 1024 * 1024,
  /** Terms in one message of an Erlang node. */
  erlangTerms: 2_000_000,
  /** The nesting depth of its terms. */
  erlangDepth: 500,
  /** For requests in flight when a run is interrupted for the first time, and for those made after it. */
  afterInterrupt: 2,
} as const;
