import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { ApiError } from '../api-error.js';
import type { Query } from '../api-url.js';
import { Cloud } from '../cloud.js';
import { extractObject } from '../extract-object.js';
import { type ApiObject, type Listing, readAllPages } from '../pages.js';
import type { TokenDomain } from '../token.js';
import { IdCache } from './id-cache.js';

/** Collections of Keystone, with what one of them is called in JSON. */
const singular = {
  domains: 'domain',
  projects: 'project',
  users: 'user',
  roles: 'role',
  services: 'service',
  endpoints: 'endpoint',
} as const;

/** What Keystone keeps. */
export type Collection = keyof typeof singular;

/** Keystone, as the work on one resource or on many speaks to it. */
export class KeystoneClient {
  private constructor(
    private readonly session: Session,
    readonly cloud: Cloud,
    readonly ids: IdCache,
  ) {}

  static async of(session: Session): Promise<KeystoneClient> {
    const names = session.shared(
      'keystone names',
      async () => new IdCache(),
      async () => {},
    );
    return new KeystoneClient(session, await Cloud.of(session), await names);
  }

  /**
   * Everything in a collection that fits a query.
   * @throws where Keystone keeps a part of it back.
   */
  async list(collection: Collection | 'role_assignments', query: Query = {}): Promise<readonly ApiObject[]> {
    const { items: things, isTruncated: isCut } = await this.listWithLimit(collection, query);
    if (!isCut) return things;
    raise(
      'openstack.answer',
      `Keystone cuts its list of ${collection} off at ${things.length}; raise list_limit in keystone.conf`,
    );
  }

  /** The same, and whether it is all. Asked for once until something changes, whichever types ask. */
  listWithLimit(collection: Collection | 'role_assignments', query: Query): Promise<Listing<ApiObject>> {
    return this.session.once(`keystone ${collection} ${JSON.stringify(query)}`, () =>
      readAllPages(collection, query, (page) =>
        this.cloud.identity(this.session, { method: 'GET', path: [collection], query: page }),
      ),
    );
  }

  /** Everything in a list of its own, such as the roles of a user in a project. */
  async listAt(path: readonly string[], key: string): Promise<readonly ApiObject[]> {
    const page = (query: Query) => this.cloud.identity(this.session, { method: 'GET', path, query });
    return (await readAllPages(key, {}, page)).items;
  }

  async create(collection: Collection, attributes: object): Promise<ApiObject> {
    const key = singular[collection];
    const body = { [key]: attributes };
    const answer = await this.cloud.identity(this.session, { method: 'POST', path: [collection], body });
    return extractObject(answer, key, `a ${key}`);
  }

  async update(collection: Collection, id: string, attributes: object): Promise<void> {
    const body = { [singular[collection]]: attributes };
    await this.cloud.identity(this.session, { method: 'PATCH', path: [collection, id], body });
  }

  /** Removes something; what is gone already is no error. */
  async remove(collection: Collection, id: string): Promise<void> {
    await this.#deleteIfPresent({ method: 'DELETE', path: [collection, id] });
    this.ids.forget();
  }

  /** Puts a role into place, or takes it away, at an address that names all that it is about. */
  async setRole(path: readonly string[], there: boolean): Promise<void> {
    if (there) await this.cloud.identity(this.session, { method: 'PUT', path });
    else await this.#deleteIfPresent({ method: 'DELETE', path });
  }

  /** Domains that are known without being asked for. */
  async domainsOfToken(): Promise<readonly TokenDomain[]> {
    return (await this.cloud.login(this.session, 'identity')).token.domains;
  }

  isCurrentPassword(user: string, domain: string, password: string): Promise<boolean> {
    return this.cloud.isCurrentPassword(this.session, { name: user, domain: { name: domain } }, password);
  }

  async #deleteIfPresent(question: { method: 'DELETE'; path: readonly string[] }): Promise<void> {
    try {
      await this.cloud.identity(this.session, question);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
    }
  }
}
