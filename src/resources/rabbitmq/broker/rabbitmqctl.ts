import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { Secret } from '../../../secrets/secret.js';
import { decodeTerms } from '../erlang/decode-term.js';
import { encodeTerm } from '../erlang/encode-term.js';
import type { Call } from '../erlang/erlang-node.js';
import { atom, type Term, tuple } from '../erlang/term.js';
import { BrokerUnavailable } from './broker-unavailable.js';

/** Seconds for one call of the tool, which takes most of a second to start. */
const TIMEOUT = 120;
/** The number of lines of output that an error quotes. */
const QUOTED = 4;

/**
 * Calls functions of the broker through `rabbitmqctl eval`, with one process for all of them. The calls are written to its
 * standard input in base64, so that nothing in them is evaluated as Erlang or visible in the list of processes.
 * @throws {BrokerUnavailable}
 */
export async function evalWithRabbitmqctl(session: Session, calls: readonly Call[]): Promise<Term[]> {
  const terms = calls.map((call) => tuple(atom(call.module), atom(call.function), call.args));
  const input = `base64:encode(term_to_binary([catch apply(M, F, A) || {M, F, A} <- binary_to_term(base64:decode("${encodeTerm(terms).toString('base64')}"))])).\n`;
  const result = await session.host.run({
    argv: ['rabbitmqctl', '--quiet', 'eval'],
    input: new Secret(input),
    timeout: TIMEOUT,
    signal: session.signal,
  });
  if (result.failure !== undefined)
    throw new BrokerUnavailable(`RabbitMQ is not installed on ${session.host.name}`, false, true);
  const encoded = /^<<([\s\S]*)>>\s*$/.exec(result.stdout.trim())?.[1];
  if (result.status !== 0 || encoded === undefined) throw new BrokerUnavailable(explainFailure(result));
  // Erlang breaks long strings into pieces, each in quotes.
  const [results] = decodeTerms(Buffer.from(encoded.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64'));
  if (Array.isArray(results) && results.length === calls.length) return results;
  raise('rabbitmq.answer', 'rabbitmqctl returned an unexpected result');
}

function explainFailure({
  stdout,
  stderr,
  timedOut,
}: {
  stdout: string;
  stderr: string;
  timedOut: boolean;
}): string {
  if (timedOut) return `rabbitmqctl did not respond within ${TIMEOUT} seconds`;
  const lines = `${stderr}\n${stdout}`.split('\n').filter((line) => line.trim() !== '');
  return `rabbitmqctl reports: ${lines.slice(0, QUOTED).join(' ')}`;
}
