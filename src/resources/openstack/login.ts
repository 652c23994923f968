import type { Session } from '../../engine/session.js';
import { isUnauthorized, UnreachableError } from './api-error.js';
import type { Credentials } from './credentials/credentials.js';
import { type ApiServer, sendApiRequest } from './request.js';
import { serviceApis } from './services.js';
import type { Throttle } from './throttle.js';
import { readTlsTrust } from './tls-trust.js';
import { buildLoginBody, parseToken, type Token } from './token.js';

/** A login that Keystone has accepted. */
export interface Login {
  readonly credentials: Credentials;
  readonly token: Token;
  /** The user and the source of the credentials, for messages. */
  readonly who: string;
}

/** A login changes nothing: it can be repeated as often as a query. */
const RETRIED_AS = { method: 'GET' } as const;

/** Returns whether Keystone accepts the body of a login. */
export async function checkLogin(
  session: Session,
  throttle: Throttle,
  credentials: Credentials,
  body: string,
): Promise<boolean> {
  const keystone = await createKeystoneServer(session, credentials);
  try {
    await throttle.run(
      session,
      RETRIED_AS,
      () => sendApiRequest(keystone, { method: 'POST', path: ['auth', 'tokens'], body }),
      keystone.name,
    );
    return true;
  } catch (error) {
    if (isUnauthorized(error)) return false;
    throw error;
  }
}

/** Logs in and returns the token. */
export async function logIn(session: Session, throttle: Throttle, credentials: Credentials): Promise<Login> {
  const who = describeLogin(credentials);
  const keystone = await createKeystoneServer(session, credentials);
  const body = buildLoginBody(credentials);
  const response = await throttle.run(
    session,
    RETRIED_AS,
    () => sendApiRequest(keystone, { method: 'POST', path: ['auth', 'tokens'], body }, who),
    keystone.name,
  );
  const token = parseToken(response.headers['x-subject-token'], response.body);
  session.conceal(token?.value);
  if (token !== undefined) return { credentials, token, who };
  throw new UnreachableError(
    `Keystone at ${keystone.address} returns no token to ${who}; check which service listens at this address`,
    true,
  );
}

/** Returns the server of Keystone that credentials name. */
export function createKeystoneServer(session: Session, credentials: Credentials): Promise<ApiServer> {
  return createApiServer(session, credentials, serviceApis.identity.name, credentials.authUrl);
}

/** Returns a server of a cloud, with the trust that the credentials ask for. */
export async function createApiServer(
  session: Session,
  { caFile, verify }: Pick<Credentials, 'caFile' | 'verify'>,
  name: string,
  address: string,
): Promise<ApiServer> {
  const { host, stop, signal } = session;
  const trust = address.startsWith('https:')
    ? await readTlsTrust(session, caFile, verify)
    : { authorities: undefined, verify };
  return { name, address, trust, network: host.network, interrupts: { stop, signal } };
}

function describeLogin({ auth, origin }: Credentials): string {
  return auth.kind === 'password'
    ? `'${auth.user.name ?? auth.user.id}' of ${origin}`
    : `the ${auth.kind === 'token' ? 'token' : 'application credential'} of ${origin}`;
}
