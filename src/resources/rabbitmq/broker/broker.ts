import type { Duplex } from 'node:stream';
import { duringRequest } from '../../../engine/request-lifetime.js';
import type { Session } from '../../../engine/session.js';
import { messageOf } from '../../../errors/glance-apply-error.js';
import { markOutcomeUnknown } from '../../../errors/outcome-unknown.js';
import { NETWORK_BOUNDS } from '../../../hosts/network-bounds.js';
import { openStream } from '../../../hosts/open-stream.js';
import { codeOf } from '../../../hosts/system-error.js';
import { ServiceWait } from '../../waiting/service-wait.js';
import { lookUpPort } from '../erlang/epmd.js';
import { type Call, ErlangNode } from '../erlang/erlang-node.js';
import { HandshakeRefused } from '../erlang/handshake.js';
import { isAtom, type Term } from '../erlang/term.js';
import { BrokerUnavailable } from './broker-unavailable.js';
import { CallBatcher } from './call-batcher.js';
import { evalWithRabbitmqctl } from './rabbitmqctl.js';
import { type BrokerSettings, readBrokerSettings } from './settings.js';

const LOCAL = '127.0.0.1';
/** Seconds to connect to the broker, and for one response. */
const { erlangGreeting: CONNECT_TIMEOUT, erlangAnswer: CALL_TIMEOUT } = NETWORK_BOUNDS;
/** Seconds between two attempts to reach a broker that is starting. */
const INTERVAL = 0.3;

const IS_RUNNING: Call = { module: 'rabbit', function: 'is_running', args: [] };
const IS_BOOTING: Call = { module: 'rabbit', function: 'is_booting', args: [] };

/**
 * The broker of a host during a run. It is called in Erlang's own protocol over one connection, or through rabbitmqctl if
 * that is not possible: on a host behind ssh, with TLS between nodes, or with an unknown cookie.
 */
export class Broker {
  #node: ErlangNode | undefined;
  #connecting: Promise<ErlangNode | undefined> | undefined;
  readonly #wait = new ServiceWait('RabbitMQ');
  readonly #toolCalls = new CallBatcher<Call, Term>();

  /** Returns the instance that all providers of a run share. */
  static of(session: Session): Promise<Broker> {
    return session.shared(
      'rabbitmq',
      async () => new Broker(),
      (broker) => broker.close(),
    );
  }

  /**
   * Calls functions of the broker, all at once, and returns their results in order. Waits for a broker that this run may
   * have started just now.
   * @throws {BrokerUnavailable}
   */
  async query(session: Session, calls: readonly Call[]): Promise<readonly Term[]> {
    for (;;) {
      try {
        const [isRunning, isBooting, ...results] = await this.#send(session, [
          IS_RUNNING,
          IS_BOOTING,
          ...calls,
        ]);
        if (!isAtom(isRunning, 'true')) throw new BrokerUnavailable('RabbitMQ is installed but does not run');
        if (isAtom(isBooting, 'true')) throw new BrokerUnavailable('RabbitMQ is still starting');
        this.#wait.reset();
        return results;
      } catch (error) {
        if (!(error instanceof BrokerUnavailable) || error.isPermanent || session.planning) throw error;
        if (!(await this.#wait.wait(session, error.message, INTERVAL))) throw error;
      }
    }
  }

  /**
   * Calls functions that change something, one after the other, until one fails. A change is never sent twice.
   * @param check Throws if a result reports a failure.
   */
  async execute(session: Session, calls: readonly Call[], check: (result: Term) => void): Promise<void> {
    await this.query(session, []);
    for (const call of calls) for (const result of await this.#send(session, [call])) check(result);
  }

  async close(): Promise<void> {
    this.#node?.close();
  }

  async #send(session: Session, calls: readonly Call[]): Promise<readonly Term[]> {
    const node = await this.#connect(session);
    if (node === undefined) return this.#toolCalls.add(calls, (batch) => evalWithRabbitmqctl(session, batch));
    try {
      return await duringRequest(session, 'changing', (signal) =>
        Promise.all(calls.map((call) => node.call(call, CALL_TIMEOUT, signal))),
      );
    } catch (error) {
      throw markOutcomeUnknown(
        new BrokerUnavailable(`RabbitMQ did not respond to a request: ${messageOf(error)}`),
      );
    }
  }

  /** Returns the connection, which concurrent calls share; undefined if rabbitmqctl has to be used. */
  async #connect(session: Session): Promise<ErlangNode | undefined> {
    if (this.#node !== undefined && this.#node.lost === undefined) return this.#node;
    this.#connecting ??= connect(session).finally(() => {
      this.#connecting = undefined;
    });
    this.#node = await this.#connecting;
    return this.#node;
  }
}

async function connect(session: Session): Promise<ErlangNode | undefined> {
  const { network } = session.host;
  const settings = await readBrokerSettings(session.host);
  const { cookie } = settings;
  session.conceal(cookie);
  if (cookie === undefined || network.open === undefined) return undefined;
  const port = await findPort(session, settings);
  if (port === undefined) throw new BrokerUnavailable('RabbitMQ is installed but does not run');
  try {
    return await withStream(session, port, (stream) => ErlangNode.connect(stream, cookie, CONNECT_TIMEOUT));
  } catch (error) {
    if (codeOf(error) === 'ECONNREFUSED') throw new BrokerUnavailable('RabbitMQ does not accept connections');
    if (error instanceof HandshakeRefused) return undefined;
    throw new BrokerUnavailable(`RabbitMQ does not respond: ${messageOf(error)}`);
  }
}

async function findPort(
  session: Session,
  { nodeName: alive, epmdPort: mapper }: BrokerSettings,
): Promise<number | undefined> {
  try {
    return await withStream(session, mapper, (stream) => lookUpPort(stream, alive, CONNECT_TIMEOUT));
  } catch (error) {
    // Without the port mapper no node runs.
    if (codeOf(error) === 'ECONNREFUSED') return undefined;
    throw new BrokerUnavailable(`Erlang's port mapper does not respond: ${messageOf(error)}`);
  }
}

/** Opens a stream to a port of the host and uses it; interrupts end both. */
function withStream<T>(session: Session, port: number, use: (stream: Duplex) => Promise<T>): Promise<T> {
  return duringRequest(session, 'reading', async (signal) => {
    const stream = await openStream(session.host.network, { address: LOCAL, port }, CONNECT_TIMEOUT, signal);
    signal.addEventListener('abort', () => stream.destroy(signal.reason));
    return use(stream);
  });
}
