import type { Session } from '../../engine/session.js';
import { UnreachableError } from './api-error.js';
import { type Credentials, type EntityName, extractSecret } from './credentials/credentials.js';
import { findCredentials, type ServiceType } from './credentials/find-credentials.js';
import { checkLogin, createApiServer, isForbidden, isUnauthorized, type Login, logIn } from './login.js';
import { type ApiRequest, type ApiResponse, type ApiServer, sendApiRequest } from './request.js';
import { Throttle } from './throttle.js';
import { buildPasswordBody, findServiceUrl, parseServiceCatalog, type ServiceCatalog } from './token.js';

/** A cloud as one run knows it: logged in to once, and anew where a token was taken back. */
export class Cloud {
  readonly throttle = new Throttle();
  /** By their credentials: what is written down may change in the middle of a run. */
  readonly #logins = new Map<string, Promise<Login>>();
  /** The first credentials of each purpose that have not been refused. */
  readonly #firstUsable = new Map<ServiceType, number>();

  /** The one that all providers of a run share. */
  static of(session: Session): Promise<Cloud> {
    return session.shared(
      'openstack cloud',
      async () => new Cloud(),
      async () => {},
    );
  }

  /** Asks Keystone. */
  identity(session: Session, question: ApiRequest): Promise<ApiResponse> {
    return this.#asked(session, 'identity', question, keystoneOf);
  }

  /** Asks Glance. */
  image(session: Session, question: ApiRequest): Promise<ApiResponse> {
    return this.#asked(session, 'image', question, () => this.imageServer(session));
  }

  /** Where Glance is, by the catalog as it is now: a token has that of its own beginning. */
  async imageServer(session: Session): Promise<ApiServer> {
    const { credentials, token } = await this.login(session, 'image');
    const { interface: kind, region, endpoints } = credentials;
    const catalog = session.changed ? await this.#readCatalog(session) : token.catalog;
    const address = endpoints.image ?? findServiceUrl(catalog, 'image', credentials);
    if (address === undefined) {
      const where = region === undefined ? '' : ` in the region '${region}'`;
      throw new UnreachableError(
        `Keystone's catalog has no ${kind} endpoint of the type image${where}; declare a keystone_endpoint for Glance`,
        false,
      );
    }
    return createApiServer(
      session,
      credentials,
      'Glance',
      `${address.replace(/\/+$/, '').replace(/\/v[12]$/, '')}/v2`,
    );
  }

  /** Whether a user can log in with a password. Nobody has to be logged in to find out. */
  async isCurrentPassword(session: Session, user: EntityName, password: string): Promise<boolean> {
    const candidates = await this.#readCredentials(session, 'identity');
    // Whoever this run itself logs in as need not log in twice: that takes Keystone a quarter of a second.
    const own = candidates.some(
      ({ auth: proof }) =>
        proof.kind === 'password' && proof.password === password && isSameUser(proof.user, user),
    );
    if (own) {
      const { auth: proof } = (await this.login(session, 'identity')).credentials;
      return proof.kind === 'password' && isSameUser(proof.user, user);
    }
    const [credentials] = candidates as [Credentials];
    return checkLogin(session, this.throttle, credentials, buildPasswordBody(user, password));
  }

  /** A login that holds, by the first credentials that Keystone accepts. */
  async login(session: Session, purpose: ServiceType): Promise<Login> {
    const candidates = await this.#readCredentials(session, purpose);
    const first = Math.min(this.#firstUsable.get(purpose) ?? 0, candidates.length - 1);
    let refusal: unknown;
    for (const [at, credentials] of [...candidates.entries()].slice(first)) {
      try {
        const login = await this.#logInWith(session, credentials);
        this.#firstUsable.set(purpose, at);
        return login;
      } catch (error) {
        if (!isUnauthorized(error)) throw error;
        refusal ??= error;
      }
    }
    throw refusal;
  }

  #logInWith(session: Session, credentials: Credentials): Promise<Login> {
    const key = JSON.stringify(credentials);
    const known = this.#logins.get(key);
    if (known !== undefined) return known;
    const login = logIn(session, this.throttle, credentials);
    this.#logins.set(key, login);
    login.catch(() => this.#logins.delete(key));
    return login;
  }

  async #asked(
    session: Session,
    purpose: ServiceType,
    question: ApiRequest,
    serverOf: (session: Session, login: Login) => Promise<ApiServer>,
  ): Promise<ApiResponse> {
    const askedBy = async (login: Login) => {
      const headers = { ...question.headers, 'x-auth-token': login.token.value };
      const server = await serverOf(session, login);
      return this.throttle.run(
        session,
        question,
        () => sendApiRequest(server, { ...question, headers }, login.who),
        server.name,
      );
    };
    const login = await this.login(session, purpose);
    try {
      return await askedBy(login);
    } catch (error) {
      if (isUnauthorized(error)) {
        // The token may have been taken back by a change of this run, or may be too old.
        await this.#discardLogin(login);
        return askedBy(await this.login(session, purpose));
      }
      if (isForbidden(error) && (await this.#selectNextCredentials(session, purpose, login)))
        return askedBy(await this.login(session, purpose));
      throw error;
    }
  }

  /** A token is not taken any more. Of many who find that out at once, the first one has a new login begun. */
  async #discardLogin(login: Login): Promise<void> {
    const key = JSON.stringify(login.credentials);
    const known = this.#logins.get(key);
    if ((await known) === login && this.#logins.get(key) === known) this.#logins.delete(key);
  }

  /** Goes on to the credentials after those that may not do what they are needed for; false where there are none. */
  async #selectNextCredentials(
    session: Session,
    purpose: ServiceType,
    { credentials }: Login,
  ): Promise<boolean> {
    const candidates = await this.#readCredentials(session, purpose);
    const next = candidates.findIndex((one) => JSON.stringify(one) === JSON.stringify(credentials)) + 1;
    if (next >= candidates.length) return false;
    this.#firstUsable.set(purpose, next);
    return true;
  }

  #readCatalog(session: Session): Promise<ServiceCatalog> {
    return session.once('openstack catalog', async () => {
      const question = { method: 'GET', path: ['auth', 'catalog'] } as const;
      const { body } = await this.#asked(session, 'image', question, keystoneOf);
      return parseServiceCatalog((body as { catalog?: unknown } | undefined | null)?.catalog);
    });
  }

  #readCredentials(session: Session, purpose: ServiceType): Promise<readonly Credentials[]> {
    return session.once(`openstack credentials ${purpose}`, async () => {
      const found = await findCredentials(session.host, purpose);
      session.conceal(found.map(({ auth: proof }) => extractSecret(proof)));
      return found;
    });
  }
}

function keystoneOf(session: Session, { credentials }: Login): Promise<ApiServer> {
  return createApiServer(session, credentials, 'Keystone', credentials.authUrl);
}

function isSameUser(one: EntityName, other: EntityName): boolean {
  const domainOf = ({ domain }: EntityName) => JSON.stringify(domain).toLowerCase();
  return one.name !== undefined && one.name === other.name && domainOf(one) === domainOf(other);
}
