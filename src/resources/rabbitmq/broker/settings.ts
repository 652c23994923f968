import type { Host } from '../../../hosts/host.js';
import { isPermissionDenied } from '../../../hosts/system-error.js';
import { EPMD_PORT } from '../erlang/epmd.js';
import { BrokerUnavailable } from './broker-unavailable.js';

const ENVIRONMENT = '/etc/rabbitmq/rabbitmq-env.conf';
const COOKIE = '/var/lib/rabbitmq/.erlang.cookie';
const DATA = '/var/lib/rabbitmq/mnesia';

/** How the broker of a host is found. */
export interface BrokerSettings {
  /** The node's name before the `@`. */
  readonly nodeName: string;
  /** The port of Erlang's port mapper. */
  readonly epmdPort: number;
  /** What nodes prove to each other that they know; undefined where the broker never ran. */
  readonly cookie: string | undefined;
}

/**
 * Reads how the broker is found, in one go.
 * @throws {BrokerUnavailable} where only others may read it.
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

/** Whether a broker has run here before: then it has accounts and more, of which nothing is known while it is down. */
export async function hasData(host: Host): Promise<boolean> {
  const names = await host.files.list(DATA).catch(() => undefined);
  return names !== undefined && names.length > 0;
}

/** A variable of the file, as the shell would read it; with RABBITMQ_ in front or without. */
function parseVariable(text: string, name: string): string | undefined {
  const line = new RegExp(`^[ \\t]*(?:export[ \\t]+)?(?:RABBITMQ_)?${name}=(["']?)([^"'\\s#]*)\\1`, 'gm');
  return [...text.matchAll(line)].at(-1)?.[2] || undefined;
}
