import { nativeType, Reference } from '../../../catalog/index.js';
import { provide, type State, type Subject, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { isApiUnusable, NoCredentialsError } from '../../openstack/api-error.js';
import { findProxyProblem, findSourceProblem, isWebAddress } from '../../web/web-address.js';
import { attributes } from './attributes.js';
import { buildPatchRequest, createImage } from './create-image.js';
import { findImages, selectImage } from './find-images.js';
import { GlanceClient } from './glance-client.js';
import { type Image, isEmpty, isUploading } from './image.js';
import { type DesiredImage, toImageState } from './image-state.js';
import { listImages } from './list.js';
import { setMembers } from './members.js';
import { buildPatch } from './patch.js';

const CONFIGURATION = '/etc/glance/glance-api.conf';

/**
 * An image in Glance, with its data.
 * @example
 * new GlanceImage(site, 'cirros-0.6.2', {
 *   container_format: 'bare',
 *   disk_format: 'qcow2',
 *   visibility: 'public',
 *   source: 'https://download.cirros-cloud.net/0.6.2/cirros-0.6.2-x86_64-disk.img',
 * });
 */
export class GlanceImage extends nativeType('glance_image', attributes, {
  doc: 'An image of Glance. Its data is uploaded when it is created, and never compared.',
  normalize: (desired) =>
    desired.visibility === undefined ? desired : { ...desired, is_public: undefined as never },
  // Several images of one name are distinguished by their ids.
  nameOf: ({ name, id }) => (id === undefined ? name : `${name} ${id}`),
  *validate({ ensure, project_id, project_name, source, location, proxy }) {
    if (ensure === 'absent') return;
    if (project_id !== undefined && project_name !== undefined)
      yield 'project_id and project_name exclude each other';
    if (source !== undefined && location !== undefined) yield 'source and location exclude each other';
    const sourceProblem = source === undefined ? undefined : findSourceProblem(source);
    if (sourceProblem !== undefined) yield `source ${sourceProblem}`;
    const proxyProblem = proxy === undefined ? undefined : findProxyProblem(proxy);
    if (proxyProblem !== undefined) yield `proxy ${proxyProblem}`;
    if (proxy !== undefined && !isWebAddress(source ?? ''))
      yield 'proxy requires a source that is a URL; leave proxy out';
  },
  autorequire: ({ source }) => [
    new Reference('anchor', 'glance::service::end'),
    new Reference('service', 'glance-api'),
    new Reference('service', 'glance-registry'),
    ...(source?.startsWith('/') ? [new Reference('file', source)] : []),
  ],
}) {}

provide(GlanceImage, {
  // One after another: two simultaneous uploads are not faster, and Glance fails with them if it uses SQLite.
  locks: () => ['glance'],

  async read(session, subjects) {
    try {
      const glance = await GlanceClient.of(session);
      const found = await findDeclaredImages(glance, subjects);
      const states = subjects.map(
        async ({ title, desired }, at) => [title, await observeImage(glance, desired, found[at])] as const,
      );
      return new Map(await Promise.all(states));
    } catch (error) {
      if (!isApiUnusable(error)) throw error;
      const why = await explainUnusableApi(session, error);
      return new Map(subjects.map(({ title }) => [title, why]));
    }
  },

  async change(session, subject, diff) {
    const { desired } = subject;
    const glance = await GlanceClient.of(session);
    const owner = desired.project_id ?? (await findOwner(glance, desired));
    if (diff.creates) {
      const [incomplete] = await findDeclaredImages(glance, [subject]);
      // An interrupted upload has left it; the upload is repeated.
      if (incomplete !== undefined && isEmpty(incomplete)) await remove(glance, incomplete.id);
      const id = await createImage(glance, desired, owner);
      if (desired.members !== undefined) await setMembers(glance, id, desired.members);
      return;
    }
    const id = String(diff.is.id);
    if (diff.removes) return remove(glance, id);
    const steps = buildPatch(desired, diff, owner);
    if (steps.length > 0) await glance.request(buildPatchRequest(id, steps));
    if (diff.has('members')) await setMembers(glance, id, desired.members ?? []);
  },

  list: async (session, subjects) => listImages(await GlanceClient.of(session), subjects),
});

/** Types that Glance depends on: the endpoint of Glance, and the user with which Glance checks tokens in Keystone. */
const DEPENDENCIES = ['keystone_endpoint', 'keystone_user', 'keystone_user_role'];

async function explainUnusableApi(session: Session, error: Error): Promise<Unreadable> {
  const [installed] = await session.host.files.status([CONFIGURATION]);
  const isInstalledByRun = session.managed('glance_api_config').size > 0 && installed === undefined;
  if (isInstalledByRun) return new Unreadable(error.message);
  const mayBecomeUsable = session.planning && DEPENDENCIES.some((type) => session.managed(type).size > 0);
  return new Unreadable(
    error.message,
    mayBecomeUsable || (error instanceof NoCredentialsError && error.isDenied),
    true,
  );
}

async function findDeclaredImages(
  glance: GlanceClient,
  subjects: readonly Subject<typeof attributes>[],
): Promise<(Image | undefined)[]> {
  const found = await findImages(
    glance,
    subjects.map(({ desired }) => desired.name),
  );
  return Promise.all(
    subjects.map(async ({ desired }) => {
      const { name, id, project_id, project_name } = desired;
      const images = found.get(name) ?? [];
      if (id !== undefined) return images.find((image) => image.id === id);
      const several = images.length > 1 && (project_id ?? project_name) !== undefined;
      return selectImage(
        name,
        images,
        several ? (project_id ?? (await findOwner(glance, desired))) : undefined,
      );
    }),
  );
}

async function observeImage(
  glance: GlanceClient,
  desired: DesiredImage,
  image: Image | undefined,
): Promise<State | Unreadable> {
  if (image !== undefined && isUploading(image)) {
    return new Unreadable(
      `the image '${desired.name}' is being uploaded (${image.id}: ${image.status}); wait until the upload ends, or remove the image with 'openstack image delete' if it was abandoned`,
      false,
      true,
    );
  }
  return toImageState(glance, desired, image);
}

async function findOwner(glance: GlanceClient, { project_name }: DesiredImage): Promise<string | undefined> {
  if (project_name === undefined) return undefined;
  const id = await glance.findProjectId(project_name);
  if (id !== undefined) return id;
  raise(
    'openstack.missing',
    `the project '${project_name}' does not exist in Keystone; declare a keystone_tenant with this name`,
  );
}

async function remove(glance: GlanceClient, id: string): Promise<void> {
  await glance.request({ method: 'DELETE', path: ['images', id] });
}
