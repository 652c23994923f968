import { setMaxListeners } from 'node:events';
import type { Session } from '../../../engine/session.js';
import { Unreached } from './api-error.js';
import { type ApiAnswer, type ApiServer, ask, type Question } from './ask.js';
import type { Credentials, Named } from './credentials/credentials.js';
import { findCredentials, type Purpose } from './credentials/find-credentials.js';
import { isAccepted, isDenied, type Login, logIn, serverAt } from './login.js';
import { addressIn, passwordBody, type ServiceCatalog } from './token.js';
import { Turns } from './turns.js';

/** A cloud as one run knows it: logged in to once for each purpose, and anew where the token was taken back. */
export class Cloud {
  readonly turns = new Turns();
  readonly #logins = new Map<Purpose, { readonly key: string; readonly login: Promise<Login> }>();

  /** The one that all providers of a run share. */
  static of(session: Session): Promise<Cloud> {
    const open = async () => {
      // Each request listens to it until it is answered, and many are under way at once.
      setMaxListeners(0, session.signal);
      return new Cloud();
    };
    return session.keep('openstack cloud', open, async () => {});
  }

  /** Asks Keystone. */
  identity(session: Session, question: Question): Promise<ApiAnswer> {
    return this.#asked(session, 'identity', question, keystoneOf);
  }

  /** Asks Glance. */
  image(session: Session, question: Question): Promise<ApiAnswer> {
    return this.#asked(session, 'image', question, () => this.imageServer(session));
  }

  /** Where Glance is, by the catalog as it is now: a token has that of its own beginning. */
  async imageServer(session: Session): Promise<ApiServer> {
    const { credentials, token } = await this.login(session, 'image');
    const { interface: kind, region, endpoints } = credentials;
    const catalog = session.changed ? await this.#catalog(session) : token.catalog;
    const address = endpoints.image ?? addressIn(catalog, 'image', credentials);
    if (address === undefined) {
      const where = region === undefined ? '' : ` in the region '${region}'`;
      throw new Unreached(
        `Keystone's catalog has no ${kind} endpoint of the type image${where}; declare a keystone_endpoint for Glance`,
        false,
      );
    }
    return serverAt(
      session,
      credentials,
      'Glance',
      `${address.replace(/\/+$/, '').replace(/\/v[12]$/, '')}/v2`,
    );
  }

  /** Whether a user can log in with a password. Nobody has to be logged in to find out. */
  async isPassword(session: Session, user: Named, password: string): Promise<boolean> {
    const candidates = await this.#credentials(session, 'identity');
    // Whoever this run itself logs in as need not log in twice: that takes Keystone a quarter of a second.
    const own = candidates.some(
      ({ proof }) => proof.kind === 'password' && proof.password === password && isSame(proof.user, user),
    );
    if (own) {
      const { proof } = (await this.login(session, 'identity')).credentials;
      return proof.kind === 'password' && isSame(proof.user, user);
    }
    const [credentials] = candidates as [Credentials];
    return isAccepted(session, this.turns, credentials, passwordBody(user, password));
  }

  /** A login that holds: as long as the credentials are the same and nobody found it to be refused. */
  async login(session: Session, purpose: Purpose, refused?: Login): Promise<Login> {
    const candidates = await this.#credentials(session, purpose);
    const key = JSON.stringify(candidates);
    const known = this.#logins.get(purpose);
    if (known?.key === key && (refused === undefined || (await known.login) !== refused)) return known.login;
    const login = logIn(session, this.turns, candidates);
    this.#logins.set(purpose, { key, login });
    login.catch(() => {
      if (this.#logins.get(purpose)?.login === login) this.#logins.delete(purpose);
    });
    return login;
  }

  async #asked(
    session: Session,
    purpose: Purpose,
    question: Question,
    serverOf: (session: Session, login: Login) => Promise<ApiServer>,
  ): Promise<ApiAnswer> {
    const askedBy = async (login: Login) => {
      const headers = { ...question.headers, 'x-auth-token': login.token.value };
      const server = await serverOf(session, login);
      return this.turns.run(session, question.method, () => ask(server, { ...question, headers }, login.who));
    };
    const login = await this.login(session, purpose);
    try {
      return await askedBy(login);
    } catch (error) {
      if (!isDenied(error)) throw error;
      // The token may have been taken back by a change of this run, or may be too old.
      return askedBy(await this.login(session, purpose, login));
    }
  }

  #catalog(session: Session): Promise<ServiceCatalog> {
    return session.once('openstack catalog', async () => {
      const question = { method: 'GET', path: ['auth', 'catalog'] } as const;
      const { body } = await this.#asked(session, 'image', question, keystoneOf);
      return (body as { catalog?: ServiceCatalog } | undefined)?.catalog ?? [];
    });
  }

  #credentials(session: Session, purpose: Purpose): Promise<readonly Credentials[]> {
    return session.once(`openstack credentials ${purpose}`, () => findCredentials(session.host, purpose));
  }
}

function keystoneOf(session: Session, { credentials }: Login): Promise<ApiServer> {
  return serverAt(session, credentials, 'Keystone', credentials.authUrl);
}

function isSame(one: Named, other: Named): boolean {
  const domainOf = ({ domain }: Named) => JSON.stringify(domain).toLowerCase();
  return one.name !== undefined && one.name === other.name && domainOf(one) === domainOf(other);
}
