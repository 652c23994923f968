import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { ApiError } from './api-error.js';
import type { Query } from './api-url.js';
import { Cloud } from './cloud.js';
import { Names } from './names.js';
import { type Listing, type Thing, throughPages } from './pages.js';
import { thingIn } from './thing-in.js';
import type { TokenDomain } from './token.js';

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
export class Keystone {
  private constructor(
    private readonly session: Session,
    readonly cloud: Cloud,
    readonly names: Names,
  ) {}

  static async of(session: Session): Promise<Keystone> {
    const names = session.shared(
      'keystone names',
      async () => new Names(),
      async () => {},
    );
    return new Keystone(session, await Cloud.of(session), await names);
  }

  /**
   * Everything in a collection that fits a query.
   * @throws where Keystone keeps a part of it back.
   */
  async list(collection: Collection | 'role_assignments', query: Query = {}): Promise<readonly Thing[]> {
    const { things, isCut } = await this.listing(collection, query);
    if (!isCut) return things;
    raise(
      'openstack.answer',
      `Keystone cuts its list of ${collection} off at ${things.length}; raise list_limit in keystone.conf`,
    );
  }

  /** The same, and whether it is all. Asked for once until something changes, whichever types ask. */
  listing(collection: Collection | 'role_assignments', query: Query): Promise<Listing<Thing>> {
    return this.session.once(`keystone ${collection} ${JSON.stringify(query)}`, () =>
      throughPages(collection, query, (page) =>
        this.cloud.identity(this.session, { method: 'GET', path: [collection], query: page }),
      ),
    );
  }

  /** Everything in a list of its own, such as the roles of a user in a project. */
  async listAt(path: readonly string[], key: string): Promise<readonly Thing[]> {
    const page = (query: Query) => this.cloud.identity(this.session, { method: 'GET', path, query });
    return (await throughPages(key, {}, page)).things;
  }

  async make(collection: Collection, attributes: object): Promise<Thing> {
    const key = singular[collection];
    const body = { [key]: attributes };
    const answer = await this.cloud.identity(this.session, { method: 'POST', path: [collection], body });
    return thingIn(answer, key, `a ${key}`);
  }

  async alter(collection: Collection, id: string, attributes: object): Promise<void> {
    const body = { [singular[collection]]: attributes };
    await this.cloud.identity(this.session, { method: 'PATCH', path: [collection, id], body });
  }

  /** Removes something; what is gone already is no error. */
  async remove(collection: Collection, id: string): Promise<void> {
    await this.#unlessGone({ method: 'DELETE', path: [collection, id] });
    this.names.forget();
  }

  /** Puts a role into place, or takes it away, at an address that names all that it is about. */
  async setRole(path: readonly string[], there: boolean): Promise<void> {
    if (there) await this.cloud.identity(this.session, { method: 'PUT', path });
    else await this.#unlessGone({ method: 'DELETE', path });
  }

  /** Domains that are known without being asked for. */
  async ownDomains(): Promise<readonly TokenDomain[]> {
    return (await this.cloud.login(this.session, 'identity')).token.domains;
  }

  isPassword(user: string, domain: string, password: string): Promise<boolean> {
    return this.cloud.isPassword(this.session, { name: user, domain: { name: domain } }, password);
  }

  async #unlessGone(question: { method: 'DELETE'; path: readonly string[] }): Promise<void> {
    try {
      await this.cloud.identity(this.session, question);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
    }
  }
}
