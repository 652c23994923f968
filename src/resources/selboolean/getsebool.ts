/** The values in the answer of `getsebool`: `httpd_can_network_connect --> on`. */
export function parseBooleanList(answer: string): Map<string, 'on' | 'off'> {
  return new Map(
    [...answer.matchAll(/^(\S+) --> (on|off)\b/gm)].map(([, name, value]) => [
      String(name),
      value === 'on' ? 'on' : 'off',
    ]),
  );
}
