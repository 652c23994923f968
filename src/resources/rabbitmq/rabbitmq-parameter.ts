import { isDeepStrictEqual } from 'node:util';
import {
  anything,
  boolean,
  hashOf,
  nativeType,
  parameter,
  property,
  string,
  title,
} from '../../catalog/index.js';
import { isHash } from '../../data/is-hash.js';
import { provide, type State } from '../../engine/provider.js';
import { assignDistinctTitles } from '../titles/distinct-titles.js';
import { brokerCall } from './broker/broker-call.js';
import { createBrokerProvider } from './broker/broker-provider.js';
import { toPlainHash } from './broker/results.js';
import type { Term } from './erlang/term.js';
import { toNumber } from './numeric-values.js';
import {
  ACTING_USER,
  ensure,
  provider,
  requireVhost,
  splitAtVhost,
  toTitleEntry,
  vhostName,
} from './shared-attributes.js';

const PARAMETERS = 'rabbit_runtime_parameters';

/**
 * A parameter of a component of RabbitMQ, such as a shovel.
 * @example
 * new RabbitmqParameter(site, 'upstream@/', {
 *   component_name: 'federation-upstream',
 *   value: { uri: 'amqps://rabbit.example.org', expires: 3600000 },
 * });
 */
export class RabbitmqParameter extends nativeType(
  'rabbitmq_parameter',
  {
    name: title<`${string}@${string}`>('Parameter and virtual host: name@vhost.', vhostName),
    ensure,
    component_name: parameter(string, 'The component, such as `shovel` or `federation-upstream`.', {
      required: true,
    }),
    value: property(hashOf(anything), 'The value: a hash.', { text: 'lines' }),
    autoconvert: parameter(boolean, 'Whether strings of digits in the value are converted to numbers.', {
      default: true,
    }),
    provider,
  },
  {
    doc: 'A parameter of a component of RabbitMQ, such as a shovel. The title is name@vhost.',
    normalize: (desired) => ({
      ...desired,
      value: desired.value && desired.autoconvert ? mapValues(desired.value, toNumber) : desired.value,
    }),
    nameOf: ({ component_name, name }) => `${component_name} ${name}`,
    *validate({ ensure, value }) {
      if (ensure === 'present' && value === undefined) yield 'value is required';
    },
    autorequire: ({ name }) => requireVhost(splitAtVhost(name)[1]),
  },
) {}

provide(
  RabbitmqParameter,
  createBrokerProvider<typeof RabbitmqParameter.definition.attributes>({
    toReadCall({ desired: { name, component_name } }) {
      const [parameterName, vhost] = splitAtVhost(name);
      return brokerCall(PARAMETERS, 'lookup', vhost, component_name, parameterName);
    },

    toState: (answer) => (Array.isArray(answer) ? toParameterState(answer) : { ensure: 'absent' }),

    toChangeCalls({ desired: { name, component_name, value } }, { removes }) {
      const [parameterName, vhost] = splitAtVhost(name);
      if (removes)
        return [brokerCall(PARAMETERS, 'clear', vhost, component_name, parameterName, ACTING_USER)];
      const json = JSON.stringify(value ?? {});
      return [brokerCall(PARAMETERS, 'parse_set', vhost, component_name, parameterName, json, ACTING_USER)];
    },

    listing: {
      call: brokerCall(PARAMETERS, 'list'),
      toStates(results) {
        const parameters = results.flatMap((one) => {
          const { name, vhost, component, value } = toPlainHash(one);
          // A value that is not a hash cannot be declared.
          if (toHash(value) === undefined) return [];
          return [...toTitleEntry(String(vhost), String(name), { component, state: toParameterState(one) })];
        });
        // Parameters of two components may have the same name.
        const titled = assignDistinctTitles(
          parameters,
          ([title, { component }]) => `${component} ${title}`,
          ([title]) => title,
        );
        return [...titled].map(([title, [name, { state }]]): [string, State] => [title, { ...state, name }]);
      },
    },
  }),
);

function toParameterState(answer: Term): State {
  const { component: component_name, value } = toPlainHash(answer);
  const hash = toHash(value);
  if (hash === undefined) return { ensure: 'present', component_name, value };
  // A string of digits in the broker can only be declared without the conversion.
  const autoconvert = isDeepStrictEqual(mapValues(hash, toNumber), hash);
  return { ensure: 'present', component_name, value: hash, autoconvert };
}

/** An empty hash and an empty list look the same in Erlang. */
function toHash(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (Array.isArray(value)) return value.length === 0 ? {} : undefined;
  return isHash(value) ? value : undefined;
}

function mapValues(
  hash: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(hash).map(([key, value]) => [key, change(value)]));
}
