import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { isNotFound } from '../api-error.js';
import type { Query } from '../api-url.js';
import { Cloud } from '../cloud.js';
import { extractObject } from '../extract-object.js';
import { type ApiObject, type Listing, readAllPages } from '../pages.js';
import type { ApiRequest, ApiResponse } from '../request.js';
import type { TokenDomain } from '../token.js';
import { IdCache } from './id-cache.js';

/** The collections of Keystone, with the key of one object in JSON. */
const objectKeys = {
  domains: 'domain',
  projects: 'project',
  users: 'user',
  roles: 'role',
  services: 'service',
  endpoints: 'endpoint',
} as const;

/** A collection of Keystone. */
export type Collection = keyof typeof objectKeys;

/** A client of Keystone's API, version 3. */
export class KeystoneClient {
  private constructor(
    private readonly session: Session,
    readonly cloud: Cloud,
    readonly ids: IdCache,
  ) {}

  static async of(session: Session): Promise<KeystoneClient> {
    const ids = session.shared(
      'keystone ids',
      async () => new IdCache(),
      async () => {},
    );
    return new KeystoneClient(session, await Cloud.of(session), await ids);
  }

  /**
   * Returns the objects of a collection that match a query.
   * @throws if Keystone does not return all of them.
   */
  async list(collection: Collection | 'role_assignments', query: Query = {}): Promise<readonly ApiObject[]> {
    const { items, isTruncated } = await this.listWithLimit(collection, query);
    if (!isTruncated) return items;
    raise(
      'openstack.answer',
      `Keystone cuts its list of ${collection} off at ${items.length}; raise list_limit in keystone.conf`,
    );
  }

  /** Like `list`, but reports a truncated list. Requested once, for all types, until the run changes something. */
  listWithLimit(collection: Collection | 'role_assignments', query: Query): Promise<Listing<ApiObject>> {
    return this.session.once(`keystone ${collection} ${JSON.stringify(query)}`, () =>
      readAllPages(collection, query, (page) =>
        this.#request({ method: 'GET', path: [collection], query: page }),
      ),
    );
  }

  /** Returns the objects of a list at a path of its own, such as the roles of a user in a project. */
  async listAt(path: readonly string[], key: string): Promise<readonly ApiObject[]> {
    const readPage = (query: Query) => this.#request({ method: 'GET', path, query });
    return (await readAllPages(key, {}, readPage)).items;
  }

  async create(collection: Collection, attributes: object): Promise<ApiObject> {
    const key = objectKeys[collection];
    const body = { [key]: attributes };
    const response = await this.#request({ method: 'POST', path: [collection], body });
    return extractObject(response, key, `a ${key}`);
  }

  async update(collection: Collection, id: string, attributes: object): Promise<void> {
    const body = { [objectKeys[collection]]: attributes };
    await this.#request({ method: 'PATCH', path: [collection, id], body });
  }

  /** Removes an object; one that does not exist any more is not an error. */
  async remove(collection: Collection, id: string): Promise<void> {
    await this.#deleteIfPresent([collection, id]);
    this.ids.clear();
  }

  /** Grants or revokes a role, at a path that names the role, the user and the scope. */
  async setRole(path: readonly string[], isGranted: boolean): Promise<void> {
    if (isGranted) await this.#request({ method: 'PUT', path });
    else await this.#deleteIfPresent(path);
  }

  /** Returns the domains that a login names, which need no request of their own. */
  async domainsOfToken(): Promise<readonly TokenDomain[]> {
    return (await this.cloud.login(this.session, 'identity')).token.domains;
  }

  /** Returns whether a user can log in with a password. */
  isCurrentPassword(user: string, domain: string, password: string): Promise<boolean> {
    return this.cloud.isCurrentPassword(this.session, { name: user, domain: { name: domain } }, password);
  }

  #request(request: ApiRequest): Promise<ApiResponse> {
    return this.cloud.request(this.session, 'identity', request);
  }

  async #deleteIfPresent(path: readonly string[]): Promise<void> {
    try {
      await this.#request({ method: 'DELETE', path });
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
}
