import type { State, Subject } from '../../../engine/provider.js';
import { assignDistinctTitles } from '../../titles/distinct-titles.js';
import type { attributes } from './attributes.js';
import type { GlanceClient } from './glance-client.js';
import { type Image, isDeleted, isUploading, readCustomProperties } from './image.js';
import { listMemberIds } from './members.js';

type NamedImage = Image & { readonly name: string };

/**
 * Every image that the credentials see, by its name; of several of one name, each by its id, with `name` and `id` said
 * beside. Left out is what cannot be declared: images without a name, hidden ones, and those whose data are being sent.
 * @param declared Images that are declared by a name alone keep it.
 */
export async function listImages(
  glance: GlanceClient,
  declared: readonly Subject<typeof attributes>[],
): Promise<ReadonlyMap<string, State>> {
  const byName = new Set(declared.flatMap(({ wanted: { name, id } }) => (id === undefined ? [name] : [])));
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

/** Members are those of a shared image; the short form of `visibility` is left out, and so is the name of its project. */
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
