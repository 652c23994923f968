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
/** Seconds for finding the broker and greeting it, and for one answer. */
const { erlangGreeting: GREETING, erlangAnswer: ANSWER } = NETWORK_BOUNDS;
/** Seconds between two looks at a broker that is coming up. */
const PAUSE = 0.3;

const IS_RUNNING: Call = { module: 'rabbit', function: 'is_running', args: [] };
const IS_BOOTING: Call = { module: 'rabbit', function: 'is_booting', args: [] };

/**
 * The broker of a host, as one run knows it. It is asked in Erlang's own protocol, over one connection that is
 * kept; where that cannot be had (a host behind ssh, TLS between nodes, another cookie), through rabbitmqctl.
 */
export class Broker {
  #node: ErlangNode | undefined;
  #connecting: Promise<ErlangNode | undefined> | undefined;
  readonly #wait = new ServiceWait('RabbitMQ');
  readonly #toolCalls = new CallBatcher<Call, Term>();

  /** The one that all providers of a run share. */
  static of(session: Session): Promise<Broker> {
    return session.shared(
      'rabbitmq',
      async () => new Broker(),
      (broker) => broker.close(),
    );
  }

  /**
   * Has the broker call functions, all at once; their answers in the same order. Waits for a broker that this run
   * may just have started.
   * @throws {BrokerUnavailable}
   */
  async query(session: Session, calls: readonly Call[]): Promise<readonly Term[]> {
    for (;;) {
      try {
        const [runs, boots, ...answers] = await this.#send(session, [IS_RUNNING, IS_BOOTING, ...calls]);
        if (!isAtom(runs, 'true')) throw new BrokerUnavailable('RabbitMQ is installed, but does not run');
        if (isAtom(boots, 'true')) throw new BrokerUnavailable('RabbitMQ is still starting');
        this.#wait.reset();
        return answers;
      } catch (error) {
        if (!(error instanceof BrokerUnavailable) || error.isPermanent || session.planning) throw error;
        if (!(await this.#wait.wait(session, error.message, PAUSE))) throw error;
      }
    }
  }

  /**
   * Has the broker change things, one call after the other, each only once the one before it has succeeded. A change
   * is never sent twice.
   * @param check Throws where an answer says that something was not done.
   */
  async execute(session: Session, calls: readonly Call[], check: (answer: Term) => void): Promise<void> {
    await this.query(session, []);
    for (const call of calls) for (const answer of await this.#send(session, [call])) check(answer);
  }

  async close(): Promise<void> {
    this.#node?.close();
  }

  async #send(session: Session, calls: readonly Call[]): Promise<readonly Term[]> {
    const node = await this.#connect(session);
    if (node === undefined)
      return this.#toolCalls.add(calls, (gathered) => evalWithRabbitmqctl(session, gathered));
    try {
      return await duringRequest(session, 'changing', (signal) =>
        Promise.all(calls.map((call) => node.call(call, ANSWER, signal))),
      );
    } catch (error) {
      throw markOutcomeUnknown(
        new BrokerUnavailable(`RabbitMQ was asked and did not answer: ${messageOf(error)}`),
      );
    }
  }

  /** The connection; undefined where rabbitmqctl has to be used. Whoever asks at the same time shares one. */
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
  if (port === undefined) throw new BrokerUnavailable('RabbitMQ is installed, but does not run');
  try {
    return await withStream(session, port, (stream) => ErlangNode.connect(stream, cookie, GREETING));
  } catch (error) {
    if (codeOf(error) === 'ECONNREFUSED') throw new BrokerUnavailable('RabbitMQ does not accept connections');
    if (error instanceof HandshakeRefused) return undefined;
    throw new BrokerUnavailable(`RabbitMQ does not answer: ${messageOf(error)}`);
  }
}

async function findPort(
  session: Session,
  { nodeName: alive, epmdPort: mapper }: BrokerSettings,
): Promise<number | undefined> {
  try {
    return await withStream(session, mapper, (stream) => lookUpPort(stream, alive, GREETING));
  } catch (error) {
    // Without the port mapper there is no node that it could know.
    if (codeOf(error) === 'ECONNREFUSED') return undefined;
    throw new BrokerUnavailable(`Erlang's port mapper does not answer: ${messageOf(error)}`);
  }
}

/** Opens a stream to a port of the host, and begins to talk over it; interrupts end both. */
function withStream<T>(session: Session, port: number, talk: (stream: Duplex) => Promise<T>): Promise<T> {
  return duringRequest(session, 'reading', async (signal) => {
    const stream = await openStream(session.host.network, { address: LOCAL, port }, GREETING, signal);
    signal.addEventListener('abort', () => stream.destroy(signal.reason));
    return talk(stream);
  });
}
