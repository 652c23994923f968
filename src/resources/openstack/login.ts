import type { Session } from '../../engine/session.js';
import { ApiError, UnreachableError } from './api-error.js';
import type { Credentials } from './credentials/credentials.js';
import { type ApiServer, sendApiRequest } from './request.js';
import type { Throttle } from './throttle.js';
import { buildLoginBody, parseToken, type Token } from './token.js';
import { readTrust, type Trust } from './trust.js';

/** A login that Keystone has accepted. */
export interface Login {
  readonly credentials: Credentials;
  readonly token: Token;
  /** Who that is and where it is written, for messages. */
  readonly who: string;
}

/** A login takes nothing and makes nothing: it may be tried as often as a question. */
const RETRIED_AS = { method: 'GET' } as const;

/** Finds out whether Keystone takes what proves who somebody is. */
export async function checkLogin(
  session: Session,
  turns: Throttle,
  credentials: Credentials,
  body: string,
): Promise<boolean> {
  const keystone = await createApiServer(session, credentials, 'Keystone', credentials.authUrl);
  try {
    await turns.run(
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

/** Whether an API said that it does not know who asks. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** Whether an API said that whoever asks may not. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403;
}

/** A server of a cloud, spoken to as the credentials say. */
export async function createApiServer(
  session: Session,
  { caFile: authorities, verify }: Pick<Credentials, 'caFile' | 'verify'>,
  name: string,
  address: string,
): Promise<ApiServer> {
  const { host, stop, signal } = session;
  const trust: Trust = address.startsWith('https:')
    ? await readTrust(session, authorities, verify)
    : { authorities: undefined, verify };
  return { name, address, trust, network: host.network, interrupts: { stop, signal } };
}

/** Gets a token. */
export async function logIn(session: Session, turns: Throttle, credentials: Credentials): Promise<Login> {
  const who = describeLogin(credentials);
  const keystone = await createApiServer(session, credentials, 'Keystone', credentials.authUrl);
  const body = buildLoginBody(credentials);
  const answer = await turns.run(
    session,
    RETRIED_AS,
    () => sendApiRequest(keystone, { method: 'POST', path: ['auth', 'tokens'], body }, who),
    keystone.name,
  );
  const token = parseToken(answer.headers['x-subject-token'], answer.body);
  session.conceal(token?.value);
  if (token !== undefined) return { credentials, token, who };
  throw new UnreachableError(
    `Keystone at ${keystone.address} gives ${who} no token; see what listens there`,
    true,
  );
}

function describeLogin({ auth: proof, origin }: Credentials): string {
  return proof.kind === 'password'
    ? `'${proof.user.name ?? proof.user.id}' of ${origin}`
    : `the ${proof.kind === 'token' ? 'token' : 'application credential'} of ${origin}`;
}
