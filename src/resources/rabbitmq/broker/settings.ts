import type { Host } from '../../../hosts/host.js';
import { isPermissionDenied } from '../../../hosts/system-error.js';
import { EPMD_PORT } from '../erlang/epmd.js';
import { BrokerUnavailable } from './broker-unavailable.js';

const ENVIRONMENT = '/etc/rabbitmq/rabbitmq-env.conf';
const COOKIE = '/var/lib/rabbitmq/.erlang.cookie';
const DATA = '/var/lib/rabbitmq/mnesia';

/** The settings with which the broker of a host is found. */
export interface BrokerSettings {
  /** The name of the node before the `@`. */
  readonly nodeName: string;
  /** The port of Erlang's port mapper. */
  readonly epmdPort: number;
  /** The shared secret of nodes; undefined if the broker has never run. */
  readonly cookie: string | undefined;
}

/**
 * Reads the settings with one call.
 * @throws {BrokerUnavailable} if the cookie cannot be read.
 */
export async function readBrokerSettings(host: Host): Promise<BrokerSettings> {
  const [environment, cookie] = await host.files.read([ENVIRONMENT, COOKIE]);
  if (cookie instanceof Error) {
    const denied = isPermissionDenied(cookie);
    throw new BrokerUnavailable(`only root and the broker's own user may read ${COOKIE}`, denied, true);
  }
  const text = Buffer.isBuffer(environment) ? environment.toString('utf8') : '';
  const node = parseVariable(text, 'NODENAME') ?? 'rabbit';
  return {
    nodeName: node.split('@')[0] ?? node,
    epmdPort: Number(parseVariable(text, 'ERL_EPMD_PORT') ?? EPMD_PORT),
    cookie: cookie?.toString('latin1').trim(),
  };
}

/** Returns whether the broker has run before: then it has accounts and other objects, which are unknown while it is down. */
export async function hasData(host: Host): Promise<boolean> {
  const names = await host.files.list(DATA).catch(() => undefined);
  return names !== undefined && names.length > 0;
}

/** Returns a variable of the file as the shell reads it, with or without the prefix RABBITMQ_. */
function parseVariable(text: string, name: string): string | undefined {
  const line = new RegExp(`^[ \\t]*(?:export[ \\t]+)?(?:RABBITMQ_)?${name}=(["']?)([^"'\\s#]*)\\1`, 'gm');
  return [...text.matchAll(line)].at(-1)?.[2] || undefined;
}
