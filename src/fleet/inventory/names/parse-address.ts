const numericRange = String.raw`\[[0-9]+:[0-9]+(?::[0-9]+)?\]`;
const hexadecimalRange = String.raw`\[[0-9a-f]+:[0-9a-f]+(?::[0-9]+)?\]`;
const nameRange = String.raw`\[(?:[a-z]:[a-z]|[0-9]+:[0-9]+)(?::[0-9]+)?\]`;
const word = String.raw`[\p{L}\p{N}_]`;

const part = `(?:[0-9a-f]{1,4}|${hexadecimalRange})`;
const byte = `(?:[01]?[0-9]{1,2}|2[0-4][0-9]|25[0-5]|${numericRange})`;
const label = `(?:${word}|${nameRange})(?:${word}|-|${nameRange})*(?<![_-])`;

const ipv4 = String.raw`(?:${byte}\.){3}${byte}`;
const ipv6 = [
  `(?:${part}:){7}${part}`,
  `(?:${part}:){1,6}:`,
  ...[1, 2, 3, 4, 5, 6].map((before) => `(?:${part}:){${before}}(?::${part}){1,${7 - before}}`),
  `:(?::${part}){1,6}`,
  `${part}?::`,
  `(?:0:){6}${ipv4}`,
  `::(?:ffff:)?${ipv4}`,
  `(?:0:){5}ffff:${ipv4}`,
].join('|');

const hosts = [ipv4, ipv6, String.raw`${label}(?:\.${label})*`].map(
  (pattern) => new RegExp(`^(?:${pattern})$`, 'iu'),
);

const ipv6Start = new RegExp(`^(?:${ipv6})`, 'iu');

/** Whether a text begins like an IPv6 address, as `2001:db8::*` does. */
export function beginsLikeIpv6(text: string): boolean {
  return ipv6Start.test(text);
}

/** In this order, the second one also within the brackets of the first. */
const withPort = [/^\[(.+)\]:([0-9]+)$/s, /^((?:[^:[\]]|\[[^\]]*\])*):([0-9]+)$/s];

/** A host as an inventory or a pattern names it. */
export interface Address {
  readonly name: string;
  readonly port: number | undefined;
}

/**
 * Splits a host name or address, which may contain ranges, and a port: `db[1:3]:2222`, `[2001:db8::1]:22`. An IPv6
 * address needs brackets in front of a port.
 * @returns undefined if it is neither a host name nor an address.
 */
export function parseAddress(text: string): Address | undefined {
  let name = text;
  let port: number | undefined;
  for (const pattern of withPort) {
    const [, before, digits] = pattern.exec(name) ?? [];
    if (before === undefined) continue;
    name = before;
    port = Number(digits);
  }
  return hosts.some((pattern) => pattern.test(name)) ? { name, port } : undefined;
}
