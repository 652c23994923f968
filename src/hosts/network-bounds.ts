/**
 * What a server can cost a run at most, whoever it is: the one place of these numbers. docs/decisions/0047 says why they
 * are what they are. Times are in seconds, sizes in bytes.
 */
export const NETWORK_BOUNDS = {
  /** To connect, and once more to agree on TLS. */
  connecting: 10,
  /** Without progress of an answer or an upload. */
  idle: 60,
  /** What must come, or be taken, within `idle` to count as progress: some 300 bytes a second. */
  progress: 16 * 1024,
  /** For one question to an API, with its answer. */
  answer: 300,
  /** Of one answer of an API: a list of a hundred thousand users. */
  answerBytes: 64 * 1024 * 1024,
  /** Of an answer that is a refusal: more than any message needs. */
  refusalBytes: 64 * 1024,
  /** How deep JSON may be nested. */
  jsonDepth: 200,
  /** Values in one answer: ten for each of two hundred thousand users. */
  jsonValues: 2_000_000,
  /** What a value takes in memory at least. */
  jsonValueBytes: 64,
  /** Pages of one list. */
  pages: 10_000,
  /** Of one list, through all its pages, in memory. */
  listBytes: 256 * 1024 * 1024,
  /** For one list, through all its pages. */
  list: 900,
  /** Redirections on the way to a file. */
  redirects: 10,
  /** Of a file whose length the server does not say; one that is said may be any. */
  unmeasuredBytes: 16 * 1024 ** 3,
  /** For the greeting of a database server, and for logging in. */
  sqlGreeting: 10,
  /** Of what a database server says until somebody is logged in. */
  sqlGreetingBytes: 64 * 1024,
  /** For the statements of one question to a database server. */
  sqlAnswer: 300,
  /** Of the answer to them. */
  sqlAnswerBytes: 256 * 1024 * 1024,
  /** Values in it: all columns of forty thousand accounts. */
  sqlAnswerValues: 2_000_000,
  /** For finding and greeting a node of Erlang. */
  erlangGreeting: 5,
  /** For one answer of it. */
  erlangAnswer: 60,
  /** Of one message of it. */
  erlangMessageBytes: 64 * 1024 * 1024,
  /** Terms in one message of it. */
  erlangTerms: 2_000_000,
  /** How deep its terms may be nested. */
  erlangDepth: 500,
  /** Requests in flight when a run is interrupted for the first time, and those made after it. */
  afterInterrupt: 2,
} as const;
