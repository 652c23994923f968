import type { Given } from './given.js';

const IPV6 = '-proto_dist inet6_tcp';

/** The text of the file of environment variables, which a shell reads; undefined where there are none. */
export function environmentFile({ environment_variables, ipv6 }: Given): string | undefined {
  const variables: Record<string, string> = { ...environment_variables };
  if (ipv6) {
    for (const name of ['RABBITMQ_SERVER_ERL_ARGS', 'RABBITMQ_CTL_ERL_ARGS'])
      variables[name] = withArgument(variables[name]);
  }
  const lines = Object.keys(variables)
    .sort()
    .map((name) => `${name}=${variables[name]}\n`);
  return lines.length === 0 ? undefined : lines.join('');
}

/** What stands in quotes stays in them. */
function withArgument(value = ''): string {
  const quoted = /^(['"])(.*)\1$/.exec(value);
  const [, quote = '"', inner = value] = quoted ?? [];
  return `${quote}${[inner, IPV6].filter((part) => part !== '').join(' ')}${quote}`;
}
