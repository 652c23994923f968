import {
  anything,
  hashOf,
  integer,
  nativeType,
  oneOf,
  property,
  string,
  title,
} from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import { plain } from './broker/answers.js';
import { brokerProvider } from './broker/broker-provider.js';
import { call } from './broker/call.js';
import { ACTING_USER, afterVhost, ensure, inVhost, provider, splitAtVhost, titledIn } from './common.js';
import type { Term } from './erlang/term.js';
import { isPattern } from './is-pattern.js';
import { NUMBERS, withNumbers } from './policy-numbers.js';

const POLICIES = 'rabbit_policy';

/** A policy of RabbitMQ. */
export class RabbitmqPolicy extends nativeType(
  'rabbitmq_policy',
  {
    name: title<`${string}@${string}`>('Policy and virtual host: policy@vhost.', inVhost),
    ensure,
    pattern: property(string, 'Which queues or exchanges it is for: a regular expression for names.'),
    applyto: property(
      oneOf('all', 'exchanges', 'queues', 'classic_queues', 'quorum_queues', 'streams'),
      'What it is for.',
      { default: 'all' },
    ),
    definition: property(
      hashOf(anything),
      `What it says: a hash. Numbers may be given as text for ${NUMBERS.join(', ')}.`,
    ),
    priority: property(integer({ min: 0 }), 'Of several policies for one thing, the highest one holds.', {
      default: 0,
    }),
    provider,
  },
  {
    doc: 'A policy of RabbitMQ: what holds for queues and exchanges by their names. The title is policy@vhost.',
    normalize: (wanted) => ({
      ...wanted,
      definition: wanted.definition && withNumbers(wanted.definition),
    }),
    *validate({ ensure, pattern, definition }) {
      if (pattern !== undefined && !isPattern(pattern))
        yield `pattern is no regular expression: '${pattern}'`;
      for (const key of NUMBERS) {
        const value = definition?.[key];
        if (value !== undefined && !(key === 'ha-params' && Array.isArray(value)) && !Number.isInteger(value))
          yield `${key} in definition is no integer: '${value}'`;
      }
      if (ensure === 'absent') return;
      if (pattern === undefined) yield 'pattern is needed';
      if (definition === undefined) yield 'definition is needed';
    },
    autorequire: ({ name }) => afterVhost(splitAtVhost(name)[1]),
  },
) {}

provide(
  RabbitmqPolicy,
  brokerProvider<typeof RabbitmqPolicy.definition.attributes>({
    question({ name }) {
      const [policy, vhost] = splitAtVhost(name);
      return call(POLICIES, 'lookup', vhost, policy);
    },

    state: (answer) => (Array.isArray(answer) ? policyState(answer as Term) : { ensure: 'absent' }),

    changes({ name, wanted }, { removes, is }) {
      const [policy, vhost] = splitAtVhost(name);
      if (removes) return [call(POLICIES, 'delete', vhost, policy, ACTING_USER)];
      const { pattern = is.pattern, definition = is.definition, priority, applyto } = wanted;
      const json = JSON.stringify(definition ?? {});
      return [
        call(POLICIES, 'parse_set', vhost, policy, String(pattern), json, priority, applyto, ACTING_USER),
      ];
    },

    all: {
      question: call(POLICIES, 'list'),
      *states(answer) {
        for (const one of answer) {
          const { name, vhost } = (plain(one) ?? {}) as Record<string, unknown>;
          yield* titledIn(String(vhost), String(name), policyState(one));
        }
      },
    },
  }),
);

function policyState(answer: Term): State {
  const known = plain(answer) as Record<string, unknown>;
  const { pattern, definition, priority, 'apply-to': applyto } = known;
  // An empty hash and an empty list look the same in Erlang.
  return {
    ensure: 'present',
    pattern,
    priority,
    applyto,
    definition: Array.isArray(definition) ? {} : definition,
  };
}
