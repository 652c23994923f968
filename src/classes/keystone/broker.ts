import pick from 'lodash/pick.js';
import type { ParametersOf, Scope } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { reveal, type Secret } from '../../secrets/secret.js';
import * as oslo from '../oslo/index.js';
import { isSet, osTransportUrl, toArray } from '../shared/index.js';
import type { keystoneParameters } from './keystone-parameters.js';
import { inTheUrl, type legacyBrokerParameters } from './options/broker.js';

/** Parameters of `keystone` that `oslo::messaging::rabbit` has under the same names. */
const shared = [
  'kombu_ssl_version',
  'kombu_ssl_keyfile',
  'kombu_ssl_certfile',
  'kombu_ssl_ca_certs',
  'kombu_reconnect_delay',
  'kombu_failover_strategy',
  'kombu_compression',
  'rabbit_use_ssl',
  'rabbit_ha_queues',
  'amqp_durable_queues',
] as const;

/** Parameters of the broker's address, with the same names, in releases without a URL for it. */
const inParts = [
  'rabbit_host',
  'rabbit_hosts',
  'rabbit_password',
  'rabbit_port',
  'rabbit_userid',
  'rabbit_virtual_host',
] as const satisfies readonly (keyof typeof legacyBrokerParameters)[];

/** The class `keystone` with the parameters of its broker. */
type KeystoneScope = Scope & { readonly parameters: ParametersOf<typeof keystoneParameters> };

/** Declares the broker of Keystone's notifications. */
export function declareMessaging(scope: KeystoneScope): void {
  const { parameters } = scope;
  const { default_transport_url, control_exchange, rpc_response_timeout } = parameters;
  const transport_url = isSet(default_transport_url)
    ? default_transport_url
    : (brokerUrl(scope) ?? default_transport_url);
  new oslo.messaging.Default(scope, 'keystone_config', {
    transport_url,
    control_exchange,
    rpc_response_timeout,
  });
  const { notification_transport_url, notification_driver, notification_topics } = parameters;
  new oslo.messaging.Notifications(scope, 'keystone_config', {
    transport_url: notification_transport_url,
    driver: notification_driver,
    topics: notification_topics,
  });
  const { rabbit_heartbeat_timeout_threshold, rabbit_heartbeat_rate, rabbit_heartbeat_in_pthread } =
    parameters;
  new oslo.messaging.Rabbit(scope, 'keystone_config', {
    ...pick(parameters, shared),
    ...(speaksInParts(scope) ? pick(parameters, inParts) : {}),
    heartbeat_timeout_threshold: rabbit_heartbeat_timeout_threshold,
    heartbeat_rate: rabbit_heartbeat_rate,
    heartbeat_in_pthread: rabbit_heartbeat_in_pthread,
  });
}

/** Whether the release has parameters for the parts of the broker's address instead of a URL. */
function speaksInParts({ release }: Scope): boolean {
  return isReleaseBetween(release, undefined, inTheUrl.until);
}

/**
 * Returns the URL of a broker whose address is given in parts, in a release that only supports URLs; missing parts are
 * the defaults of oslo.messaging. Undefined if no part is given.
 */
function brokerUrl(scope: KeystoneScope): string | Secret<string> | undefined {
  if (speaksInParts(scope)) return undefined;
  const { rabbit_host, rabbit_hosts, rabbit_port, rabbit_userid, rabbit_password, rabbit_virtual_host } =
    scope.parameters;
  const given = [rabbit_host, rabbit_hosts, rabbit_port, rabbit_userid, rabbit_password, rabbit_virtual_host];
  if (!given.some(isSet)) return undefined;
  const valueOr = (value: unknown, otherwise: string) => (isSet(value) ? String(reveal(value)) : otherwise);
  const port = valueOr(rabbit_port, '5672');
  const several = isSet(rabbit_hosts) ? toArray(reveal(rabbit_hosts)).map(String) : [];
  const hosts = several.length > 0 ? several : [valueOr(rabbit_host, 'localhost')];
  return osTransportUrl({
    transport: 'rabbit',
    hosts: hosts.map((host) => withPort(host, port)),
    username: valueOr(rabbit_userid, 'guest'),
    password: isSet(rabbit_password) ? (rabbit_password as string) : 'guest',
    virtual_host: valueOr(rabbit_virtual_host, '/').replace(/^\//, ''),
  });
}

/** Returns a host with its own port or the common one; IPv6 addresses with a port need brackets. */
function withPort(host: string, port: string): string {
  if (/^(\[.*\]|[^:]*):\d+$/.test(host)) return host;
  return host.includes(':') && !host.startsWith('[') ? `[${host}]:${port}` : `${host}:${port}`;
}
