import type { AttributeTable } from '../../../catalog/index.js';
import { type Diff, type Provider, type State, type Subject, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { Call } from '../erlang/erlang-node.js';
import type { Term } from '../erlang/term.js';
import { mustSucceed } from './answers.js';
import { Broker } from './broker.js';
import { hasData } from './settings.js';
import { BrokerUnavailable } from './unavailable.js';

/** What the broker is asked of one kind of thing: only ever of the things that are declared. */
export interface BrokerKind<A extends AttributeTable> {
  /** What tells the state of one thing. */
  question(subject: Subject<A>): Call;
  /** Its state, from the answer. */
  state(answer: Term, subject: Subject<A>): State;
  /** What makes it as wanted, one after the other. */
  changes(subject: Subject<A>, diff: Diff): readonly Call[];
  /** What a broker has of it that was only just installed. @default nothing */
  fresh?(subject: Subject<A>): State;
  /** What lists all things of this kind, and what the answer says of them, by title. */
  readonly all?: {
    readonly question: Call;
    states(answer: readonly Term[]): Iterable<readonly [string, State]>;
  };
}

/** Reads and changes things of the broker. */
export function brokerProvider<A extends AttributeTable>(kind: BrokerKind<A>): Provider<A> {
  return {
    async read(session, subjects) {
      try {
        const broker = await Broker.of(session);
        const answers = await broker.ask(session, subjects.map(kind.question));
        return new Map(
          subjects.map((subject, at) => [subject.title, kind.state(answers[at] as Term, subject)] as const),
        );
      } catch (error) {
        const why = await unreadable(session, error);
        return new Map(subjects.map(({ title }) => [title, why]));
      }
    },

    async change(session, subject, diff) {
      const broker = await Broker.of(session);
      await broker.tell(session, kind.changes(subject, diff), mustSucceed);
    },

    ...(kind.fresh === undefined ? {} : { blank: kind.fresh }),

    ...(kind.all === undefined ? {} : { list: async (session: Session) => listed(session, kind.all) }),
  };
}

async function listed(
  session: Session,
  all: BrokerKind<AttributeTable>['all'],
): Promise<ReadonlyMap<string, State>> {
  if (all === undefined) return new Map();
  const [answer] = (await (await Broker.of(session)).ask(session, [all.question])) as [Term];
  mustSucceed(answer);
  if (!Array.isArray(answer))
    raise('rabbitmq.answer', 'RabbitMQ was asked for a list, and answered something else');
  return new Map(all.states(answer as readonly Term[]));
}

async function unreadable(session: Session, error: unknown): Promise<Unreadable> {
  if (!(error instanceof BrokerUnavailable)) throw error;
  return new Unreadable(error.message, error.denied, await hasData(session.host));
}
