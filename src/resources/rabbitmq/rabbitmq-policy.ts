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
import { brokerCall } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { toPlainHash } from './broker/results.js';
import type { Term } from './erlang/term.js';
import { isRegularExpression } from './is-regular-expression.js';
import { convertNumericKeys, NUMERIC_KEYS } from './numeric-values.js';
import {
  ACTING_USER,
  ensure,
  provider,
  requireVhost,
  splitAtVhost,
  toTitleEntry,
  vhostName,
} from './shared-attributes.js';

const POLICIES = 'rabbit_policy';

/**
 * A policy of RabbitMQ for queues and exchanges whose names match a pattern.
 * @example
 * new RabbitmqPolicy(site, 'quorum-limits@/', {
 *   pattern: '^(?!amq\\.).*',
 *   applyto: 'queues',
 *   definition: { 'max-length': 10000 },
 * });
 */
export class RabbitmqPolicy extends nativeType(
  'rabbitmq_policy',
  {
    name: title<`${string}@${string}`>('Policy and virtual host: policy@vhost.', vhostName),
    ensure,
    pattern: property(string, 'A regular expression for the names of queues or exchanges.'),
    applyto: property(
      oneOf('all', 'exchanges', 'queues', 'classic_queues', 'quorum_queues', 'streams'),
      'The types of objects to which it applies.',
      { default: 'all' },
    ),
    definition: property(
      hashOf(anything),
      `The definition: a hash. Numbers may be strings for ${NUMERIC_KEYS.join(', ')}.`,
    ),
    priority: property(
      integer({ min: 0 }),
      'Of several matching policies, the one with the highest priority applies.',
      {
        default: 0,
      },
    ),
    provider,
  },
  {
    doc: 'A policy of RabbitMQ for queues and exchanges by their names. The title is policy@vhost.',
    normalize: (desired) => ({
      ...desired,
      definition: desired.definition && convertNumericKeys(desired.definition),
    }),
    *validate({ ensure, pattern, definition }) {
      if (pattern !== undefined && !isRegularExpression(pattern))
        yield `pattern is not a regular expression: '${pattern}'`;
      for (const key of NUMERIC_KEYS) {
        const value = definition?.[key];
        if (value !== undefined && !(key === 'ha-params' && Array.isArray(value)) && !Number.isInteger(value))
          yield `${key} in definition is not an integer: '${value}'`;
      }
      if (ensure === 'absent') return;
      if (pattern === undefined) yield 'pattern is required';
      if (definition === undefined) yield 'definition is required';
    },
    autorequire: ({ name }) => requireVhost(splitAtVhost(name)[1]),
  },
) {}

provide(
  RabbitmqPolicy,
  createBrokerProvider<typeof RabbitmqPolicy.definition.attributes>({
    toReadCall({ name }) {
      const [policy, vhost] = splitAtVhost(name);
      return brokerCall(POLICIES, 'lookup', vhost, policy);
    },

    toState: (answer) => (Array.isArray(answer) ? toPolicyState(answer) : { ensure: 'absent' }),

    toChangeCalls({ name, desired }, { removes, is }) {
      const [policy, vhost] = splitAtVhost(name);
      if (removes) return [brokerCall(POLICIES, 'delete', vhost, policy, ACTING_USER)];
      const { pattern = is.pattern, definition = is.definition, priority, applyto } = desired;
      const json = JSON.stringify(definition ?? {});
      return [
        brokerCall(
          POLICIES,
          'parse_set',
          vhost,
          policy,
          String(pattern),
          json,
          priority,
          applyto,
          ACTING_USER,
        ),
      ];
    },

    listing: {
      call: brokerCall(POLICIES, 'list'),
      *toStates(results) {
        for (const one of results) {
          const { name, vhost } = toPlainHash(one);
          yield* toTitleEntry(String(vhost), String(name), toPolicyState(one));
        }
      },
    },
  }),
);

function toPolicyState(answer: Term): State {
  const known = toPlainHash(answer);
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
