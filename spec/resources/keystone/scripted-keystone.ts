import type { Host } from '../../../src/hosts/host.js';
import { type Asked, hostWith, type Reply, serving, type WebServer } from '../openstack/web-server.js';

/** The administrator's password on the scripted server. */
export const password = 'p\'w "100% ü';

/** Things of the scripted server. */
export interface Content {
  readonly users?: readonly Readonly<Record<string, unknown>>[];
  readonly roles?: readonly Readonly<Record<string, unknown>>[];
  readonly services?: readonly Readonly<Record<string, unknown>>[];
  readonly endpoints?: readonly Readonly<Record<string, unknown>>[];
  readonly projects?: readonly Readonly<Record<string, unknown>>[];
  readonly role_assignments?: readonly unknown[];
}

/**
 * What a Keystone with little in it answers, for specs about the protocol alone: it changes nothing. The real one is
 * spoken to in the acceptance specs.
 */
export function keystoneReply(content: Content, { method, url, body }: Asked): Reply {
  const { pathname, searchParams } = new URL(url, 'http://keystone');
  const [, , collection = '', ...rest] = pathname.split('/');
  if (pathname === '/v3/auth/tokens') return tokenReply(body);
  if (method === 'POST') {
    const [[key, attributes] = ['', {}]] = Object.entries(JSON.parse(body) as Record<string, object>);
    return { status: 201, json: { [key]: { id: 'new', ...attributes } } };
  }
  if (method !== 'GET' || rest.length > 0) return { status: 204, text: '' };
  const things = (content[collection as keyof Content] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const fitting = things.filter((one) =>
    [...searchParams].every(([name, value]) => !(name in one) || one[name] === value),
  );
  return { json: { [collection]: fitting, links: { next: null } } };
}

function tokenReply(body: string): Reply {
  const { user } = JSON.parse(body).auth.identity.password as { user: { name: string; password: string } };
  if (user.password !== password)
    return {
      status: 401,
      json: { error: { message: 'The request you have made requires authentication.' } },
    };
  const domain = { id: 'default', name: 'Default' };
  return {
    status: 201,
    headers: { 'x-subject-token': 'a-token' },
    json: { token: { user: { domain }, catalog: [] } },
  };
}

/** Does something beside a scripted Keystone, on a host whose clouds.yaml says how to log in to it. */
export function besideKeystone<T>(
  reply: (asked: Asked, times: number) => Reply,
  use: (host: Host, keystone: WebServer) => Promise<T>,
): Promise<T> {
  const times = new Map<string, number>();
  const counted = (asked: Asked) => {
    const key = `${asked.method} ${asked.url}`;
    times.set(key, (times.get(key) ?? 0) + 1);
    return reply(asked, times.get(key) as number);
  };
  return serving(counted, (server) =>
    use(hostWith({ '/etc/openstack/puppet/clouds.yaml': cloudsFile(server.address) }), server),
  );
}

/** A clouds.yaml with the administrator's cloud. */
export function cloudsFile(address: string, secret = password): string {
  return `clouds:
  project:
    auth:
      auth_url: ${address}
      username: admin
      password: ${JSON.stringify(secret)}
      user_domain_name: Default
      project_name: admin
      project_domain_name: Default
`;
}
