import type { State, Subject } from '../../../engine/provider.js';
import { assignDistinctTitles } from '../../titles/distinct-titles.js';
import type { attributes } from './attributes.js';
import type { GlanceClient } from './glance-client.js';
import { type Image, isDeleted, isUploading, readCustomProperties } from './image.js';
import { listMemberIds } from './members.js';

type NamedImage = Image & { readonly name: string };

/**
 * Returns every image that the credentials can see, by its name; several images of one name each by their id, with the
 * attributes `name` and `id`. Images that cannot be declared are left out: those without a name, hidden ones, and those
 * whose data is being uploaded.
 * @param declared Images that are declared by their name alone are returned by it.
 */
export async function listImages(
  glance: GlanceClient,
  declared: readonly Subject<typeof attributes>[],
): Promise<ReadonlyMap<string, State>> {
  const byName = new Set(declared.flatMap(({ desired: { name, id } }) => (id === undefined ? [name] : [])));
  const images = (await glance.listImages({})).filter(isDeclarable);
  const titled = [
    ...images.filter(({ name }) => byName.has(name)).map((image) => [image.name, image] as const),
    ...assignDistinctTitles(
      images.filter(({ name }) => !byName.has(name)),
      ({ id }) => id,
      ({ name }) => name,
    ),
  ];
  return new Map(
    await Promise.all(titled.map(async ([title, image]) => [title, await toState(glance, image)] as const)),
  );
}

function isDeclarable(image: Image): image is NamedImage {
  return !isDeleted(image) && !isUploading(image) && Boolean(image.name);
}

/** Only a shared image has members. `is_public` and `project_name` are left out, as they repeat other attributes. */
async function toState(glance: GlanceClient, image: NamedImage): Promise<State> {
  const { id, name, visibility, owner, tags, container_format, disk_format, min_ram, min_disk } = image;
  return {
    ...{ ensure: 'present', id, name, visibility, protected: image.protected },
    ...{ container_format, disk_format, min_ram, min_disk, tags },
    properties: readCustomProperties(image),
    project_id: owner ?? undefined,
    ...(visibility === 'shared' ? { members: await listMemberIds(glance, id) } : {}),
  };
}
