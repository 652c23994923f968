import type { Session } from '../../../engine/session.js';
import { ApiError, Unreached } from './api-error.js';
import { type ApiServer, ask } from './ask.js';
import type { Credentials } from './credentials/credentials.js';
import { loginBody, type Token, tokenIn } from './token.js';
import { sharedTrust, type Trust } from './trust.js';
import type { Turns } from './turns.js';

/** A login that Keystone has accepted. */
export interface Login {
  readonly credentials: Credentials;
  readonly token: Token;
  /** Who that is and where it is written, for messages. */
  readonly who: string;
}

/** A login takes nothing and makes nothing: it may be tried as often as a question. */
const HARMLESS = { method: 'GET' } as const;

/** Finds out whether Keystone takes what proves who somebody is. */
export async function isAccepted(
  session: Session,
  turns: Turns,
  credentials: Credentials,
  body: string,
): Promise<boolean> {
  const keystone = await serverAt(session, credentials, 'Keystone', credentials.authUrl);
  try {
    await turns.run(
      session,
      HARMLESS,
      () => ask(keystone, { method: 'POST', path: ['auth', 'tokens'], body }),
      keystone.name,
    );
    return true;
  } catch (error) {
    if (isDenied(error)) return false;
    throw error;
  }
}

/** Whether an API said that it does not know who asks. */
export function isDenied(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** Whether an API said that whoever asks may not. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403;
}

/** A server of a cloud, spoken to as the credentials say. */
export async function serverAt(
  session: Session,
  { authorities, verify }: Pick<Credentials, 'authorities' | 'verify'>,
  name: string,
  address: string,
): Promise<ApiServer> {
  const { host, stop, signal } = session;
  const trust: Trust = address.startsWith('https:')
    ? await sharedTrust(session, authorities, verify)
    : { authorities: undefined, verify };
  return { name, address, trust, network: host.network, interrupts: { stop, signal } };
}

/** Gets a token. */
export async function logIn(session: Session, turns: Turns, credentials: Credentials): Promise<Login> {
  const who = describe(credentials);
  const keystone = await serverAt(session, credentials, 'Keystone', credentials.authUrl);
  const body = loginBody(credentials);
  const answer = await turns.run(
    session,
    HARMLESS,
    () => ask(keystone, { method: 'POST', path: ['auth', 'tokens'], body }, who),
    keystone.name,
  );
  const token = tokenIn(answer.headers['x-subject-token'], answer.body);
  session.conceal(token?.value);
  if (token !== undefined) return { credentials, token, who };
  throw new Unreached(`Keystone at ${keystone.address} gives ${who} no token; see what listens there`, true);
}

function describe({ proof, origin }: Credentials): string {
  return proof.kind === 'password'
    ? `'${proof.user.name ?? proof.user.id}' of ${origin}`
    : `the ${proof.kind === 'token' ? 'token' : 'application credential'} of ${origin}`;
}
