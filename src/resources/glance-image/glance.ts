import type { Session } from '../../engine/session.js';
import type { Query } from '../keystone/api/api-url.js';
import { type ApiAnswer, type ApiServer, ask, type Question } from '../keystone/api/ask.js';
import { Cloud } from '../keystone/api/cloud.js';
import { domainId, findByName } from '../keystone/api/find.js';
import { Keystone } from '../keystone/api/keystone.js';
import { serverAt } from '../keystone/api/login.js';
import { throughPages } from '../keystone/api/pages.js';
import { thingIn } from '../keystone/api/thing-in.js';
import type { Image } from './image.js';
import { addressWithoutLogin } from './no-login.js';

/** Glance, as the work on one image or on many speaks to it: through a login, or without where it asks for none. */
export class Glance {
  private constructor(
    readonly session: Session,
    private readonly cloud: Cloud,
    private readonly open: ApiServer | undefined,
  ) {}

  static async of(session: Session): Promise<Glance> {
    const address = await addressWithoutLogin(session);
    const trust = { authorities: undefined, verify: true };
    const open = address === undefined ? undefined : await serverAt(session, trust, 'Glance', address);
    return new Glance(session, await Cloud.of(session), open);
  }

  /** Whether nobody has to log in: then everybody sees every image, and nobody may make one public. */
  get isOpen(): boolean {
    return this.open !== undefined;
  }

  ask(question: Question): Promise<ApiAnswer> {
    const { session, cloud, open } = this;
    if (open === undefined) return cloud.image(session, question);
    return cloud.turns.run(session, question, () => ask(open, question), open.name);
  }

  /** Images that fit a query, of all projects and however they are shared. */
  async list(query: Readonly<Record<string, string>>): Promise<readonly Image[]> {
    const all = { visibility: 'all', limit: '200', ...query };
    const page = (one: Query) => this.ask({ method: 'GET', path: ['images'], query: one });
    return (await throughPages<Image>('images', all, page)).things;
  }

  async image(id: string): Promise<Image> {
    return thingIn<Image>(await this.ask({ method: 'GET', path: ['images', id] }), undefined, 'an image');
  }

  /** Where data are sent to, and what says who sends them. */
  async access(): Promise<{ server: ApiServer; headers: Readonly<Record<string, string>> }> {
    const { session, cloud, open } = this;
    if (open !== undefined) return { server: open, headers: {} };
    const { token } = await cloud.login(session, 'image');
    return { server: await cloud.imageServer(session), headers: { 'x-auth-token': token.value } };
  }

  /**
   * The id of a project that is named `project` or `project::domain`; undefined where Keystone has none. What looks like
   * an id is taken for one where `orId` says so.
   */
  async projectId(name: string, orId = false): Promise<string | undefined> {
    if (orId && /^[0-9a-f]{32}$/.test(name)) return name;
    const keystone = await Keystone.of(this.session);
    const [project = name, domain = 'Default'] = name.split('::');
    return keystone.names.id(`project ${name}`, async () => {
      const domain_id = await domainId(keystone, domain);
      if (domain_id === undefined) return undefined;
      return (await findByName(keystone, 'projects', [project], { domain_id })).get(project)?.id;
    });
  }
}
