import { isIPv6 } from 'node:net';
import { derive } from './puppet-functions.js';

/**
 * openstacklib's `normalize_ip_for_uri`: puts IPv6 addresses in brackets and leaves other values unchanged, also within
 * lists. A list of one item becomes that item, as in Puppet.
 */
export function normalizeIpForUri(value: unknown): unknown {
  return derive(value, (clear) => each(clear, (address) => (isIPv6(address) ? `[${address}]` : address)));
}

/**
 * openstacklib's `inet6_prefix`: memcached's clients expect IPv6 addresses as `inet6:[address]:port`. Names, IPv4
 * addresses and values with the prefix are unchanged.
 */
export function inet6Prefix(value: unknown): unknown {
  return derive(value, (clear) =>
    each(clear, (address) => {
      if (/^inet6:.+/m.test(address)) return address;
      const [ip = '', ...rest] = address.split(/[\s[\]]/).filter((part) => part !== '');
      return isIPv6(ip) ? `inet6:[${ip}]${rest.join('')}` : address;
    }),
  );
}

function each(value: unknown, change: (text: string) => string): unknown {
  const list = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? change(one) : one,
  );
  return list.length === 1 ? list[0] : list;
}
