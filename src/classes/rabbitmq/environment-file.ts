import type { Scope } from '../../catalog/index.js';
import { doubleQuoted, isVariable, shellWord } from '../../formats/shell.js';
import { Unwritable } from '../../formats/unwritable.js';
import { written } from '../tables/index.js';
import type { Given } from './given.js';

const IPV6 = '-proto_dist inet6_tcp';

/** The text of the file of environment variables, which a shell reads; undefined where there are none. */
export function environmentFile(scope: Scope, { environment_variables, ipv6 }: Given): string | undefined {
  const words = new Map(
    Object.entries(environment_variables).map(([name, value]) =>
      written(scope, 'environment_variables', () => [variable(name), word(value)] as const),
    ),
  );
  if (ipv6) {
    for (const name of ['RABBITMQ_SERVER_ERL_ARGS', 'RABBITMQ_CTL_ERL_ARGS'])
      words.set(name, withArgument(environment_variables[name] ?? ''));
  }
  const lines = [...words.keys()].sort().map((name) => `${name}=${words.get(name)}\n`);
  return lines.length === 0 ? undefined : lines.join('');
}

function variable(name: string): string {
  if (isVariable(name)) return name;
  throw new Unwritable(
    `${JSON.stringify(name)} cannot be the name of a variable of the shell`,
    'names have letters, digits and underscores, and begin with no digit',
  );
}

/** Puppet's module wants quotes around values that need them: what stands in quotes as a whole has what it needs. */
function word(value: string): string {
  return inQuotes(value) === undefined ? shellWord(value) : value;
}

/** What stands in quotes stays in them. */
function withArgument(value: string): string {
  const { quote, inner } = inQuotes(value) ?? { quote: '"', inner: undefined };
  const parts = [inner ?? doubleQuoted(value).slice(1, -1), IPV6].filter((part) => part !== '');
  return `${quote}${parts.join(' ')}${quote}`;
}

/** A text that is one word in quotes as it stands, with nothing in it that a shell would expand. */
function inQuotes(text: string): { readonly quote: string; readonly inner: string } | undefined {
  const [, double, single] = /^(?:"((?:[^"\\$`]|\\["\\$`])*)"|'([^'\0]*)')$/.exec(text) ?? [];
  if (double !== undefined) return { quote: '"', inner: double };
  return single === undefined ? undefined : { quote: "'", inner: single };
}
