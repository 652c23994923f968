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

/** What the broker is asked of one kind of thing: only ever of the things that are declared. */
export interface BrokerType<A extends AttributeTable> {
  /** What tells the state of one thing. */
  toReadCall(subject: Subject<A>): Call;
  /** Its state, from the answer. */
  toState(answer: Term, subject: Subject<A>): State;
  /** What makes it as wanted, one after the other. */
  toChangeCalls(subject: Subject<A>, diff: Diff): readonly Call[];
  /** What a broker has of it that was only just installed. @default nothing */
  toInitialState?(subject: Subject<A>): State;
  /** What lists all things of this kind, and what the answer says of them, by title. */
  readonly listing?: {
    readonly question: Call;
    states(answer: readonly Term[]): Iterable<readonly [string, State]>;
  };
}

/** Reads and changes things of the broker. */
export function createBrokerProvider<A extends AttributeTable>(kind: BrokerType<A>): Provider<A> {
  return {
    async read(session, subjects) {
      try {
        const broker = await Broker.of(session);
        const answers = await broker.query(session, subjects.map(kind.toReadCall));
        return new Map(
          subjects.map(
            (subject, at) => [subject.title, kind.toState(ensureDefined(answers[at]), subject)] as const,
          ),
        );
      } catch (error) {
        const why = await toUnreadable(session, error);
        return new Map(subjects.map(({ title }) => [title, why]));
      }
    },

    async change(session, subject, diff) {
      const broker = await Broker.of(session);
      await broker.execute(session, kind.toChangeCalls(subject, diff), assertSuccess);
    },

    ...(kind.toInitialState === undefined ? {} : { blank: kind.toInitialState }),

    ...(kind.listing === undefined
      ? {}
      : { list: async (session: Session) => listStates(session, kind.listing) }),
  };
}

async function listStates(
  session: Session,
  all: BrokerType<AttributeTable>['listing'],
): Promise<ReadonlyMap<string, State>> {
  if (all === undefined) return new Map();
  const [answer] = (await (await Broker.of(session)).query(session, [all.question])) as [Term];
  assertSuccess(answer);
  if (!Array.isArray(answer))
    raise('rabbitmq.answer', 'RabbitMQ was asked for a list, and answered something else');
  return new Map(all.states(answer));
}

async function toUnreadable(session: Session, error: unknown): Promise<Unreadable> {
  if (!(error instanceof BrokerUnavailable)) throw error;
  return new Unreadable(error.message, error.denied, await hasData(session.host));
}
