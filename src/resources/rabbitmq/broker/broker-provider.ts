import type { AttributeTable } from '../../../catalog/index.js';
import { type Diff, type Provider, type State, type Subject, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { Call } from '../erlang/erlang-node.js';
import type { Term } from '../erlang/term.js';
import { Broker } from './broker.js';
import { BrokerUnavailable } from './broker-unavailable.js';
import { assertSuccess } from './results.js';
import { hasData } from './settings.js';

/** How objects of one type are read and changed in the broker. Only declared objects are read. */
export interface BrokerType<A extends AttributeTable> {
  /** Returns the call that reads an object. */
  toReadCall(subject: Subject<A>): Call;
  /** Converts the result of that call to a state. */
  toState(result: Term, subject: Subject<A>): State;
  /** Returns the calls that bring an object into its desired state, in order. */
  toChangeCalls(subject: Subject<A>, diff: Diff): readonly Call[];
  /** Returns the state of an object in a new broker. @default absent */
  toInitialState?(subject: Subject<A>): State;
  /** How all objects of the type are listed, by title. */
  readonly listing?: {
    readonly call: Call;
    toStates(results: readonly Term[]): Iterable<readonly [string, State]>;
  };
}

/** Creates the provider of one type of objects in the broker. */
export function createBrokerProvider<A extends AttributeTable>(type: BrokerType<A>): Provider<A> {
  return {
    async read(session, subjects) {
      try {
        const broker = await Broker.of(session);
        const results = await broker.query(session, subjects.map(type.toReadCall));
        return new Map(
          subjects.map(
            (subject, at) => [subject.title, type.toState(ensureDefined(results[at]), subject)] as const,
          ),
        );
      } catch (error) {
        const unreadable = await toUnreadable(session, error);
        return new Map(subjects.map(({ title }) => [title, unreadable]));
      }
    },

    async change(session, subject, diff) {
      const broker = await Broker.of(session);
      await broker.execute(session, type.toChangeCalls(subject, diff), assertSuccess);
    },

    ...(type.toInitialState === undefined ? {} : { blank: type.toInitialState }),

    ...(type.listing === undefined
      ? {}
      : { list: async (session: Session) => listStates(session, type.listing) }),
  };
}

async function listStates(
  session: Session,
  listing: BrokerType<AttributeTable>['listing'],
): Promise<ReadonlyMap<string, State>> {
  if (listing === undefined) return new Map();
  const [result] = (await (await Broker.of(session)).query(session, [listing.call])) as [Term];
  assertSuccess(result);
  if (!Array.isArray(result)) raise('rabbitmq.answer', 'RabbitMQ returned something else instead of a list');
  return new Map(listing.toStates(result));
}

async function toUnreadable(session: Session, error: unknown): Promise<Unreadable> {
  if (!(error instanceof BrokerUnavailable)) throw error;
  return new Unreadable(error.message, error.denied, await hasData(session.host));
}
