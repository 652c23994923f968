import type { Scope } from '../../../catalog/index.js';
import { livesIn } from '../../../data/releases.js';
import { reveal } from '../../../secrets/secret.js';
import * as oslo from '../../oslo/index.js';
import { asArray, isSet, osTransportUrl } from '../../tables/index.js';

const rabbit = oslo.messaging.Rabbit.definition.attributes;

const inTheUrl = {
  until: 'queens',
  became: { name: 'keystone::default_transport_url' },
  deprecated: { since: 'ocata', hint: 'say it with default_transport_url' },
} as const;

/** The broker in parts, before one URL said all of it. */
export const legacyBroker = {
  rabbit_host: { ...rabbit.rabbit_host, ...inTheUrl },
  rabbit_hosts: { ...rabbit.rabbit_hosts, ...inTheUrl },
  rabbit_password: { ...rabbit.rabbit_password, ...inTheUrl },
  rabbit_port: { ...rabbit.rabbit_port, ...inTheUrl },
  rabbit_userid: { ...rabbit.rabbit_userid, ...inTheUrl },
  rabbit_virtual_host: { ...rabbit.rabbit_virtual_host, ...inTheUrl },
} as const;

type Parts = Readonly<Partial<Record<keyof typeof legacyBroker, unknown>>>;

/** The parts as `oslo::messaging::rabbit` takes them, in the releases in which it does. */
export function brokerParts(scope: Scope & { readonly parameters: Parts }): Parts {
  if (!livesIn(scope.release, undefined, inTheUrl.until)) return {};
  const names = Object.keys(legacyBroker) as (keyof Parts)[];
  return Object.fromEntries(names.map((name) => [name, scope.parameters[name]]));
}

/**
 * The URL of a broker that is given in parts, in a release that knows the URL alone; what is left out is what
 * oslo.messaging took itself then. Undefined where nothing is given.
 */
export function brokerUrl(scope: Scope & { readonly parameters: Parts }): unknown {
  if (livesIn(scope.release, undefined, inTheUrl.until)) return undefined;
  const { rabbit_host, rabbit_hosts, rabbit_port, rabbit_userid, rabbit_password, rabbit_virtual_host } =
    scope.parameters;
  const given = [rabbit_host, rabbit_hosts, rabbit_port, rabbit_userid, rabbit_password, rabbit_virtual_host];
  if (!given.some(isSet)) return undefined;
  const said = (value: unknown, otherwise: string) => (isSet(value) ? String(reveal(value)) : otherwise);
  const port = said(rabbit_port, '5672');
  const hosts = isSet(rabbit_hosts)
    ? asArray(reveal(rabbit_hosts)).map((host) => withPort(String(host), port))
    : [withPort(said(rabbit_host, 'localhost'), port)];
  return osTransportUrl({
    transport: 'rabbit',
    hosts,
    username: said(rabbit_userid, 'guest'),
    password: isSet(rabbit_password) ? (rabbit_password as string) : 'guest',
    virtual_host: said(rabbit_virtual_host, '/').replace(/^\//, ''),
  });
}

/** An address of IPv6 without brackets is no host with a port. */
function withPort(host: string, port: string): string {
  if (/^\[.*\](:\d+)?$|^[^:]*:\d+$/.test(host)) return /:\d+$/.test(host) ? host : `${host}:${port}`;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
