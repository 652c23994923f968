import { isIPv6 } from 'node:net';
import type { InterfaceAddress, Machine } from '../facts/machine.js';
import type { TargetSession } from './session/target-session.js';

/** Prints what Node asks the system of the local host. Without iproute2, no addresses are known. */
const SCRIPT = `
uname -snrm
nproc || echo 1
cat /proc/meminfo | head -n 1
echo ===
for link in /sys/class/net/*/address; do
  name=\${link%/address}
  [ -r "$link" ] && echo "\${name##*/} $(cat "$link")"
done
echo ===
if command -v ip >/dev/null; then ip -o addr show up; fi
`;

/** Asks a host behind SSH for what facts are made of, besides files. */
export async function readRemoteMachine(session: TargetSession): Promise<Machine> {
  const { output } = await session.request(SCRIPT);
  const [system = '', links = '', addresses = ''] = output.toString('utf8').split('===\n');
  const [names = '', processors, memory = ''] = system.split('\n');
  const [kernel = '', hostname = '', kernelRelease = '', hardware = ''] = names.split(' ');
  return {
    hostname,
    kernel,
    kernelRelease,
    hardware,
    processors: Number(processors),
    memory: Number(/(\d+) kB/.exec(memory)?.[1] ?? 0) * 1024,
    interfaces: parseAddresses(addresses, parseLinks(links)),
  };
}

/** Parses `NAME MAC`. */
function parseLinks(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [name = '', mac = ''] = line.split(' ');
      return mac === '' ? [] : [[name, mac]];
    }),
  );
}

/** Parses the output of `ip -o addr`: `2: eth0    inet 192.0.2.7/24 brd …`. */
function parseAddresses(
  text: string,
  links: ReadonlyMap<string, string>,
): Record<string, InterfaceAddress[]> {
  const interfaces: Record<string, InterfaceAddress[]> = {};
  for (const [, name = '', address = '', prefix = ''] of text.matchAll(
    /^\d+: (\S+?)(?:@\S+)?\s+inet6? (\S+?)(?:\/(\d+))?\s/gm,
  )) {
    const family = isIPv6(address) ? 'IPv6' : 'IPv4';
    const known = interfaces[name] ?? [];
    interfaces[name] = known;
    known.push({
      address,
      netmask: netmaskOf(family, Number(prefix === '' ? (family === 'IPv6' ? 128 : 32) : prefix)),
      family,
      mac: links.get(name) ?? '00:00:00:00:00:00',
      internal: name === 'lo',
    });
  }
  return interfaces;
}

/** Returns the mask of a prefix as Node prints it: `255.255.255.0`, `ffff:ffff::`. */
function netmaskOf(family: 'IPv4' | 'IPv6', prefix: number): string {
  const [count, bits] = family === 'IPv4' ? [4, 8] : [8, 16];
  const groups = Array.from({ length: count }, (_, index) => {
    const set = Math.min(bits, Math.max(0, prefix - index * bits));
    return 2 ** bits - 2 ** (bits - set);
  });
  if (family === 'IPv4') return groups.join('.');
  const text = groups.filter((group) => group > 0).map((group) => group.toString(16));
  return text.length === count ? text.join(':') : `${text.join(':')}::`;
}
