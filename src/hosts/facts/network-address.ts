/** Returns the network of an address: `10.0.2.15` with `255.255.255.0` is in `10.0.2.0`. */
export function networkAddress(address: string, netmask: string, family: 'IPv4' | 'IPv6'): string {
  const mask = groupsOf(netmask, family);
  const network = groupsOf(address, family).map((group, index) => group & (mask[index] ?? 0));
  return family === 'IPv4' ? network.join('.') : compressed(network);
}

function groupsOf(text: string, family: 'IPv4' | 'IPv6'): number[] {
  if (family === 'IPv4') return text.split('.').map(Number);
  const [left = [], right = []] = text
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros: string[] = new Array(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
}

/** Returns the usual form of an IPv6 address, with its longest sequence of zeros left out. */
function compressed(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(':');
  const longest = (text.match(/\b0(:0)+\b/g) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest === '' ? text : text.replace(new RegExp(`:?\\b${longest}\\b:?`), '::');
}
