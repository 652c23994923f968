import type { DesiredOf } from '../../../catalog/index.js';
import type { State } from '../../../engine/provider.js';
import type { attributes } from './attributes.js';
import type { GlanceClient } from './glance-client.js';
import { type Image, isEmpty, readCustomProperties } from './image.js';
import { listMemberIds } from './members.js';

export type DesiredImage = DesiredOf<typeof attributes>;

/** Returns the state of an image, in the form of the desired state: a project that is declared by name has its name. */
export async function toImageState(
  glance: GlanceClient,
  desired: DesiredImage,
  image: Image | undefined,
): Promise<State> {
  // An image without data counts as absent if it has a source, so that it is created again.
  if (image === undefined || (isEmpty(image) && desired.source !== undefined)) return { ensure: 'absent' };
  const { visibility, owner, tags } = image;
  return {
    ensure: 'present',
    id: image.id,
    // Without logins, every user can use every image, whatever its visibility is.
    is_public: glance.isOpen ? desired.is_public : visibility === 'public',
    visibility,
    protected: image.protected,
    container_format: image.container_format,
    disk_format: image.disk_format,
    min_ram: image.min_ram,
    min_disk: image.min_disk,
    properties: readCustomProperties(image),
    ...(desired.image_tag === undefined ? {} : { image_tag: findTag(tags, desired.image_tag) }),
    tags,
    project_id: owner ?? undefined,
    ...(await readOwnerName(glance, desired, owner)),
    ...(desired.members === undefined
      ? {}
      : { members: await readMemberNames(glance, desired.members, image.id) }),
  };
}

/** Returns a tag if the image has it, and otherwise the tags of the image. */
function findTag(tags: readonly string[], desired: string): string {
  return tags.includes(desired) ? desired : tags.join(',');
}

async function readOwnerName(
  glance: GlanceClient,
  { project_name }: DesiredImage,
  owner: string | null,
): Promise<State> {
  if (project_name === undefined) return {};
  const id = await glance.findProjectId(project_name);
  return { project_name: id !== undefined && id === owner ? project_name : (owner ?? '') };
}

/** Returns the members of an image, each by its declared name, or by its id if it is not declared. */
async function readMemberNames(
  glance: GlanceClient,
  desired: readonly string[],
  image: string,
): Promise<string[]> {
  const [ids, names] = await Promise.all([
    listMemberIds(glance, image),
    Promise.all(desired.map(async (name) => [await glance.findProjectId(name, true), name] as const)),
  ]);
  const byId = new Map(names);
  return ids.map((id) => byId.get(id) ?? id);
}
