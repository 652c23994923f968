import type { WantedOf } from '../../catalog/index.js';
import type { State } from '../../engine/provider.js';
import type { attributes } from './attributes.js';
import type { Glance } from './glance.js';
import { furtherProperties, type Image, isEmpty } from './image.js';
import { memberIds } from './members.js';

export type ImageWanted = WantedOf<typeof attributes>;

/** The state of an image in the words of what is wanted: a project by its name where it is wanted by name. */
export async function imageState(
  glance: Glance,
  wanted: ImageWanted,
  image: Image | undefined,
): Promise<State> {
  // Without its data it is as good as not there, where it is known what data it should have.
  if (image === undefined || (isEmpty(image) && wanted.source !== undefined)) return { ensure: 'absent' };
  const { visibility, owner, tags } = image;
  return {
    ensure: 'present',
    id: image.id,
    // Where nobody logs in, every image is public in all but name.
    is_public: glance.isOpen ? wanted.is_public : visibility === 'public',
    visibility,
    protected: image.protected,
    container_format: image.container_format,
    disk_format: image.disk_format,
    min_ram: image.min_ram,
    min_disk: image.min_disk,
    properties: furtherProperties(image),
    ...(wanted.image_tag === undefined ? {} : { image_tag: tagIn(tags, wanted.image_tag) }),
    tags,
    project_id: owner ?? undefined,
    ...(await ownerName(glance, wanted, owner)),
    ...(wanted.members === undefined ? {} : { members: await memberNames(glance, wanted.members, image.id) }),
  };
}

/** A tag that is there, or what is there in its place. */
function tagIn(tags: readonly string[], wanted: string): string {
  return tags.includes(wanted) ? wanted : tags.join(',');
}

async function ownerName(
  glance: Glance,
  { project_name }: ImageWanted,
  owner: string | null,
): Promise<State> {
  if (project_name === undefined) return {};
  const id = await glance.projectId(project_name);
  return { project_name: id !== undefined && id === owner ? project_name : (owner ?? '') };
}

/** The members of an image, each by the name that it is wanted by, or else by its id. */
async function memberNames(glance: Glance, wanted: readonly string[], image: string): Promise<string[]> {
  const [ids, names] = await Promise.all([
    memberIds(glance, image),
    Promise.all(wanted.map(async (name) => [await glance.projectId(name, true), name] as const)),
  ]);
  const byId = new Map(names);
  return ids.map((id) => byId.get(id) ?? id);
}
