import type { Scope } from '../../catalog/index.js';
import { isShellVariable, toDoubleQuoted, toShellWord } from '../../formats/shell.js';
import { UnwritableValue } from '../../formats/unwritable-value.js';
import { written } from '../tables/index.js';
import type { RabbitmqParameters } from './clear-parameters.js';

const IPV6 = '-proto_dist inet6_tcp';

/** The text of the file of environment variables, which a shell reads; undefined where there are none. */
export function formatEnvironmentFile(
  scope: Scope,
  { environment_variables, ipv6 }: RabbitmqParameters,
): string | undefined {
  const words = new Map(
    Object.entries(environment_variables).map(([name, value]) =>
      written(scope, 'environment_variables', () => [checkVariable(name), toWord(value)] as const),
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
    `${JSON.stringify(name)} cannot be the name of a variable of the shell`,
    'names have letters, digits and underscores, and begin with no digit',
  );
}

/** Puppet's module wants quotes around values that need them: what stands in quotes as a whole has what it needs. */
function toWord(value: string): string {
  return parseQuoted(value) === undefined ? toShellWord(value) : value;
}

/** What stands in quotes stays in them. */
function addIpv6Argument(value: string): string {
  const { quote, inner } = parseQuoted(value) ?? { quote: '"', inner: undefined };
  const parts = [inner ?? toDoubleQuoted(value).slice(1, -1), IPV6].filter((part) => part !== '');
  return `${quote}${parts.join(' ')}${quote}`;
}

/** A text that is one word in quotes as it stands, with nothing in it that a shell would expand. */
function parseQuoted(text: string): { readonly quote: string; readonly inner: string } | undefined {
  const [, double, single] = /^(?:"((?:[^"\\$`]|\\["\\$`])*)"|'([^'\0]*)')$/.exec(text) ?? [];
  if (double !== undefined) return { quote: '"', inner: double };
  return single === undefined ? undefined : { quote: "'", inner: single };
}
