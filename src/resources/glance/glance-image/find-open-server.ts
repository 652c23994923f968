import type { Session } from '../../../engine/session.js';
import { readSection } from '../../config/read-section.js';

const CONFIGURATION = '/etc/glance/glance-api.conf';
const PORT = '9292';

/** Addresses on which a server listens for all, and where it is found from its own host. */
const LOOPBACK_ADDRESSES: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/**
 * Where the Glance of this host is, if it asks nobody to log in; undefined where it does, or is not on this host. What
 * the environment says of a cloud goes before.
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

/** What a configuration says of it. Glance's pipelines that ask for a login have Keystone in their name. */
export function parseOpenServer(configuration: string): string | undefined {
  const { flavor = '' } = readSection(configuration, 'paste_deploy');
  if (flavor.includes('keystone')) return undefined;
  const { bind_host = '0.0.0.0', bind_port = PORT, cert_file } = readSection(configuration, 'DEFAULT');
  const host = LOOPBACK_ADDRESSES[bind_host] ?? (bind_host.includes(':') ? `[${bind_host}]` : bind_host);
  return `${cert_file === undefined ? 'http' : 'https'}://${host}:${bind_port}/v2`;
}
