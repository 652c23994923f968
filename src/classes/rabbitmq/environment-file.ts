import type { Scope } from '../../catalog/index.js';
import { isShellVariable, toDoubleQuoted, toShellWord } from '../../formats/shell.js';
import { UnwritableValue } from '../../formats/unwritable-value.js';
import { formatOrFail } from '../shared/index.js';
import type { RabbitmqParameters } from './clear-parameters.js';

const IPV6 = '-proto_dist inet6_tcp';

/** Formats the file of environment variables, which a shell reads; undefined if there are none. */
export function formatEnvironmentFile(
  scope: Scope,
  { environment_variables, ipv6 }: RabbitmqParameters,
): string | undefined {
  const words = new Map(
    Object.entries(environment_variables).map(([name, value]) =>
      formatOrFail(scope, 'environment_variables', () => [checkVariable(name), toWord(value)] as const),
    ),
  );
  if (ipv6) {
    for (const name of ['RABBITMQ_SERVER_ERL_ARGS', 'RABBITMQ_CTL_ERL_ARGS'])
      words.set(name, addIpv6Argument(environment_variables[name] ?? ''));
  }
  const lines = [...words.keys()].sort().map((name) => `${name}=${words.get(name)}\n`);
  return lines.length === 0 ? undefined : lines.join('');
}

function checkVariable(name: string): string {
  if (isShellVariable(name)) return name;
  throw new UnwritableValue(
    `${JSON.stringify(name)} is not a valid name for a shell variable`,
    'use letters, digits and underscores, and do not begin with a digit',
  );
}

/** Puppet's module expects values to be quoted if necessary: a value that is already quoted is not quoted again. */
function toWord(value: string): string {
  return parseQuoted(value) === undefined ? toShellWord(value) : value;
}

/** Adds the argument for IPv6 within the quotes of the value. */
function addIpv6Argument(value: string): string {
  const { quote, inner } = parseQuoted(value) ?? { quote: '"', inner: undefined };
  const parts = [inner ?? toDoubleQuoted(value).slice(1, -1), IPV6].filter((part) => part !== '');
  return `${quote}${parts.join(' ')}${quote}`;
}

/** Parses a string that is one quoted word without anything that a shell would expand. */
function parseQuoted(text: string): { readonly quote: string; readonly inner: string } | undefined {
  const [, double, single] = /^(?:"((?:[^"\\$`]|\\["\\$`])*)"|'([^'\0]*)')$/.exec(text) ?? [];
  if (double !== undefined) return { quote: '"', inner: double };
  return single === undefined ? undefined : { quote: "'", inner: single };
}
