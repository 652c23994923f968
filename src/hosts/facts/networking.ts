import type { Facts } from '../../data/facts.js';
import type { InterfaceAddress, Machine } from './machine.js';
import { networkAddress } from './network-address.js';

/** The content of the files that the facts about the network are read from. */
export interface NetworkTexts {
  /** `/etc/hosts`. */
  readonly hosts?: string | undefined;
  /** `/etc/resolv.conf`. */
  readonly resolv?: string | undefined;
  /** `/proc/net/route`. */
  readonly routes?: string | undefined;
}

type Networking = NonNullable<Facts['networking']>;

/** Returns the fact `networking`. The network is not queried: names are read from the host's own files. */
export function networking(
  machine: Pick<Machine, 'hostname' | 'interfaces'>,
  texts: NetworkTexts,
): Networking {
  const [hostname = '', ...rest] = machine.hostname.split('.');
  const domain = rest.join('.') || domainInHosts(hostname, texts.hosts) || domainInResolv(texts.resolv);
  const interfaces: Record<string, ReturnType<typeof describe>> = {};
  for (const [name, addresses] of Object.entries(machine.interfaces)) {
    if (addresses !== undefined) interfaces[name] = describe(addresses);
  }
  const primary = defaultInterface(texts.routes) ?? firstReal(machine.interfaces);
  return {
    hostname,
    ...(domain === undefined ? {} : { domain }),
    fqdn: domain === undefined ? hostname : `${hostname}.${domain}`,
    ...(primary === undefined ? {} : { primary, ...withoutBindings(interfaces[primary] ?? {}) }),
    interfaces,
  };
}

/** Returns the domain in the host's own line of `/etc/hosts`: `127.0.1.1 name.domain name`. */
function domainInHosts(hostname: string, hosts = ''): string | undefined {
  for (const line of hosts.split('\n')) {
    const [, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    const full = names.find((name) => name.startsWith(`${hostname}.`));
    if (full !== undefined && hostname !== '') return full.slice(hostname.length + 1);
  }
  return undefined;
}

function domainInResolv(resolv = ''): string | undefined {
  const [, domain = ''] = /^domain\s+(\S+)/m.exec(resolv) ?? /^search\s+(\S+)/m.exec(resolv) ?? [];
  return domain.replace(/\.$/, '') || undefined;
}

/** Returns the interface of the default route. */
function defaultInterface(routes = ''): string | undefined {
  for (const line of routes.split('\n').slice(1)) {
    const [name, destination, , , , , , mask] = line.split(/\s+/);
    if (destination === '00000000' && mask === '00000000') return name;
  }
  return undefined;
}

function firstReal(interfaces: Machine['interfaces']): string | undefined {
  return Object.keys(interfaces).find((name) => interfaces[name]?.some((one) => !one.internal));
}

/** Describes an interface as Facter does. IPv6 addresses that are valid beyond the link are preferred. */
function describe(addresses: readonly InterfaceAddress[]) {
  const bindings = addresses.filter((one) => one.family === 'IPv4').map(asBinding);
  const bindings6 = addresses.filter((one) => one.family === 'IPv6').map(asBinding);
  const ip = bindings[0];
  const ip6 = bindings6.find((one) => !/^fe[89ab]/i.test(one.address)) ?? bindings6[0];
  const mac = addresses[0]?.mac;
  return {
    ...(ip && { ip: ip.address, netmask: ip.netmask, network: ip.network, bindings }),
    ...(ip6 && { ip6: ip6.address, netmask6: ip6.netmask, network6: ip6.network, bindings6 }),
    ...(mac && mac !== '00:00:00:00:00:00' && { mac }),
  };
}

function asBinding({ address, netmask, family }: InterfaceAddress) {
  return { address, netmask, network: networkAddress(address, netmask, family) };
}

function withoutBindings({ bindings, bindings6, ...rest }: ReturnType<typeof describe>) {
  return rest;
}
