import { isHash } from '../../data/is-hash.js';
import type { Session } from '../../engine/session.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { isForbidden, isUnauthorized, UnreachableError } from './api-error.js';
import { toVersionUrl } from './api-url.js';
import { type Credentials, type EntityName, extractSecret } from './credentials/credentials.js';
import { findCredentials } from './credentials/find-credentials.js';
import { checkLogin, createApiServer, createKeystoneServer, type Login, logIn } from './login.js';
import { type ApiRequest, type ApiResponse, type ApiServer, sendApiRequest } from './request.js';
import { findServiceApi, type ServiceType } from './services.js';
import { Throttle } from './throttle.js';
import { buildPasswordBody, findServiceUrl, parseServiceCatalog, type ServiceCatalog } from './token.js';

/** A cloud during one run: one login per credentials, repeated if the token is no longer valid. */
export class Cloud {
  readonly throttle = new Throttle();
  /** By credentials, because the files with credentials may change during a run. */
  readonly #logins = new Map<string, Promise<Login>>();
  /** The index of the first credentials for each service that have not been refused. */
  readonly #firstUsable = new Map<ServiceType, number>();

  /** Returns the cloud that all providers of a run share. */
  static of(session: Session): Promise<Cloud> {
    return session.shared(
      'openstack cloud',
      async () => new Cloud(),
      async () => {},
    );
  }

  /** Sends a request to the API of a service, with a token. */
  request(session: Session, type: ServiceType, request: ApiRequest): Promise<ApiResponse> {
    return this.#send(session, type, request, ({ credentials }) =>
      type === 'identity' ? createKeystoneServer(session, credentials) : this.findServer(session, type),
    );
  }

  /**
   * Returns the server of a service, by its endpoint in Keystone's catalog. A token contains the catalog of the time
   * when it was issued, so that the catalog is read again once the run has changed something.
   */
  async findServer(session: Session, type: ServiceType): Promise<ApiServer> {
    const { name, version } = findServiceApi(type);
    const { credentials, token } = await this.login(session, type);
    const { interface: kind, region, endpoints } = credentials;
    const catalog = session.changed ? await this.#readCatalog(session, type) : token.catalog;
    const url = endpoints[type] ?? findServiceUrl(catalog, type, credentials);
    if (url === undefined) {
      const where = region === undefined ? '' : ` in the region '${region}'`;
      throw new UnreachableError(
        `Keystone's catalog has no ${kind} endpoint of the type ${type}${where}; declare a keystone_endpoint for ${name}`,
        false,
      );
    }
    return createApiServer(session, credentials, name, toVersionUrl(url, version));
  }

  /** Returns whether a user can log in with a password. */
  async isCurrentPassword(session: Session, user: EntityName, password: string): Promise<boolean> {
    const candidates = await this.#readCredentials(session, 'identity');
    // The login of the run itself is not repeated: it takes Keystone a quarter of a second.
    const own = candidates.some(
      ({ auth }) => auth.kind === 'password' && auth.password === password && isSameUser(auth.user, user),
    );
    if (own) {
      const { auth } = (await this.login(session, 'identity')).credentials;
      return auth.kind === 'password' && isSameUser(auth.user, user);
    }
    return checkLogin(
      session,
      this.throttle,
      ensureDefined(candidates[0]),
      buildPasswordBody(user, password),
    );
  }

  /** Returns a valid login with the first credentials that Keystone accepts. */
  async login(session: Session, type: ServiceType): Promise<Login> {
    const candidates = await this.#readCredentials(session, type);
    const first = Math.min(this.#firstUsable.get(type) ?? 0, candidates.length - 1);
    let refusal: unknown;
    for (const [index, credentials] of [...candidates.entries()].slice(first)) {
      try {
        const login = await this.#logInWith(session, credentials);
        this.#firstUsable.set(type, index);
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

  async #send(
    session: Session,
    type: ServiceType,
    request: ApiRequest,
    findServer: (login: Login) => Promise<ApiServer>,
  ): Promise<ApiResponse> {
    const sendAs = async (login: Login) => {
      const headers = { ...request.headers, 'x-auth-token': login.token.value };
      const server = await findServer(login);
      return this.throttle.run(
        session,
        request,
        () => sendApiRequest(server, { ...request, headers }, login.who),
        server.name,
      );
    };
    const login = await this.login(session, type);
    try {
      return await sendAs(login);
    } catch (error) {
      if (isUnauthorized(error)) {
        // A change of this run may have revoked the token, or it has expired.
        await this.#discardLogin(login);
        return sendAs(await this.login(session, type));
      }
      if (isForbidden(error) && (await this.#selectNextCredentials(session, type, login)))
        return sendAs(await this.login(session, type));
      throw error;
    }
  }

  /** Discards a login whose token is not valid. Of several requests that find this out, the first causes a new login. */
  async #discardLogin(login: Login): Promise<void> {
    const key = JSON.stringify(login.credentials);
    const known = this.#logins.get(key);
    if ((await known) === login && this.#logins.get(key) === known) this.#logins.delete(key);
  }

  /** Selects the credentials after those that lack a right; returns false if they were the last. */
  async #selectNextCredentials(
    session: Session,
    type: ServiceType,
    { credentials }: Login,
  ): Promise<boolean> {
    const candidates = await this.#readCredentials(session, type);
    const next = candidates.findIndex((one) => JSON.stringify(one) === JSON.stringify(credentials)) + 1;
    if (next >= candidates.length) return false;
    this.#firstUsable.set(type, next);
    return true;
  }

  #readCatalog(session: Session, type: ServiceType): Promise<ServiceCatalog> {
    return session.once(`openstack catalog ${type}`, async () => {
      const request = { method: 'GET', path: ['auth', 'catalog'] } as const;
      const { body } = await this.#send(session, type, request, ({ credentials }) =>
        createKeystoneServer(session, credentials),
      );
      return parseServiceCatalog(isHash(body) ? body.catalog : undefined);
    });
  }

  #readCredentials(session: Session, type: ServiceType): Promise<readonly Credentials[]> {
    return session.once(`openstack credentials ${type}`, async () => {
      const found = await findCredentials(session.host, type);
      session.conceal(found.map(({ auth }) => extractSecret(auth)));
      return found;
    });
  }
}

function isSameUser(one: EntityName, other: EntityName): boolean {
  const toKey = ({ domain }: EntityName) => JSON.stringify(domain).toLowerCase();
  return one.name !== undefined && one.name === other.name && toKey(one) === toKey(other);
}
