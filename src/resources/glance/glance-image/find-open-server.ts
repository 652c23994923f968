import type { Session } from '../../../engine/session.js';
import { readSection } from '../../config/read-section.js';

const CONFIGURATION = '/etc/glance/glance-api.conf';
const PORT = '9292';

/** Wildcard addresses of a server, each with the address by which its own host reaches the server. */
const LOOPBACK_ADDRESSES: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/**
 * Returns the URL of the Glance on this host if it requires no login; undefined if it does, or is not on this host. A
 * cloud in the environment variables takes precedence.
 */
export function findOpenServer(
  session: Session,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | undefined> {
  return session.once('glance without login', async () => {
    if (environment.OS_AUTH_URL !== undefined || environment.OS_CLOUD !== undefined) return undefined;
    const [content] = await session.host.files.read([CONFIGURATION]);
    return content instanceof Buffer ? parseOpenServer(content.toString('utf8')) : undefined;
  });
}

/** Returns this URL from Glance's configuration. Glance's pipelines that require a login have `keystone` in their name. */
export function parseOpenServer(configuration: string): string | undefined {
  const { flavor = '' } = readSection(configuration, 'paste_deploy');
  if (flavor.includes('keystone')) return undefined;
  const { bind_host = '0.0.0.0', bind_port = PORT, cert_file } = readSection(configuration, 'DEFAULT');
  const host = LOOPBACK_ADDRESSES[bind_host] ?? (bind_host.includes(':') ? `[${bind_host}]` : bind_host);
  return `${cert_file === undefined ? 'http' : 'https'}://${host}:${bind_port}/v2`;
}
