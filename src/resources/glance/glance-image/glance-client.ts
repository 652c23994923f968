import type { Session } from '../../../engine/session.js';
import type { Query } from '../../openstack/api-url.js';
import { Cloud } from '../../openstack/cloud.js';
import { extractObject } from '../../openstack/extract-object.js';
import { findByName, findDomainId } from '../../openstack/identity/find-by-name.js';
import { KeystoneClient } from '../../openstack/identity/keystone-client.js';
import { createApiServer } from '../../openstack/login.js';
import { readAllPages } from '../../openstack/pages.js';
import {
  type ApiRequest,
  type ApiResponse,
  type ApiServer,
  sendApiRequest,
} from '../../openstack/request.js';
import { findOpenServer } from './find-open-server.js';
import type { Image } from './image.js';

/** A client of Glance's API, with a login, or without one if Glance does not require it. */
export class GlanceClient {
  private constructor(
    readonly session: Session,
    private readonly cloud: Cloud,
    private readonly open: ApiServer | undefined,
  ) {}

  static async of(session: Session): Promise<GlanceClient> {
    const address = await findOpenServer(session);
    const trust = { caFile: undefined, verify: true };
    const open = address === undefined ? undefined : await createApiServer(session, trust, 'Glance', address);
    return new GlanceClient(session, await Cloud.of(session), open);
  }

  /** Whether Glance requires no login: every user can see every image then, and none can make one public. */
  get isOpen(): boolean {
    return this.open !== undefined;
  }

  request(question: ApiRequest): Promise<ApiResponse> {
    const { session, cloud, open } = this;
    if (open === undefined) return cloud.request(session, 'image', question);
    return cloud.throttle.run(session, question, () => sendApiRequest(open, question), open.name);
  }

  /** Returns the images that match a query, of all projects and with any visibility. */
  async listImages(query: Readonly<Record<string, string>>): Promise<readonly Image[]> {
    const all = { visibility: 'all', limit: '200', ...query };
    const page = (one: Query) => this.request({ method: 'GET', path: ['images'], query: one });
    return (await readAllPages<Image>('images', all, page)).items;
  }

  async readImage(id: string): Promise<Image> {
    return extractObject<Image>(
      await this.request({ method: 'GET', path: ['images', id] }),
      undefined,
      'an image',
    );
  }

  /** Returns the server for uploads, and the headers that authenticate them. */
  async findUploadTarget(): Promise<{ server: ApiServer; headers: Readonly<Record<string, string>> }> {
    const { session, cloud, open } = this;
    if (open !== undefined) return { server: open, headers: {} };
    const { token } = await cloud.login(session, 'image');
    return { server: await cloud.findServer(session, 'image'), headers: { 'x-auth-token': token.value } };
  }

  /**
   * Returns the id of a project that is named `project` or `project::domain`; undefined if it does not exist.
   * @param orId Whether a name in the form of an id is an id.
   */
  async findProjectId(name: string, orId = false): Promise<string | undefined> {
    if (orId && /^[0-9a-f]{32}$/.test(name)) return name;
    const keystone = await KeystoneClient.of(this.session);
    const [project = name, domain = 'Default'] = name.split('::');
    return keystone.ids.find(`project ${name}`, async () => {
      const domain_id = await findDomainId(keystone, domain);
      if (domain_id === undefined) return undefined;
      return (await findByName(keystone, 'projects', [project], { domain_id })).get(project)?.id;
    });
  }
}
