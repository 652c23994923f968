import { raise } from '../../../errors/glance-apply-error.js';
import type { GlanceClient } from './glance-client.js';
import { type Image, isDeleted } from './image.js';

/** The number of names in one request; the length of a URL is limited. */
const NAMES_PER_REQUEST = 20;

/** Returns the images with the given names, in as few requests as possible. Several images can have one name. */
export async function findImages(
  glance: GlanceClient,
  names: readonly string[],
): Promise<Map<string, Image[]>> {
  const uniqueNames = [...new Set(names)];
  // In Glance's lists, names are in quotes, and a quote within a name cannot be escaped.
  const plain = uniqueNames.filter((name) => !/["\\]/.test(name));
  // With `eq:`, because otherwise Glance interprets the part of the name before a colon as an operator.
  const queries = uniqueNames.filter((name) => !plain.includes(name)).map((name) => ({ name: `eq:${name}` }));
  for (let at = 0; at < plain.length; at += NAMES_PER_REQUEST) {
    const list = plain.slice(at, at + NAMES_PER_REQUEST).map((name) => `"${name}"`);
    queries.push({ name: `in:${list.join(',')}` });
  }
  const found = new Map<string, Image[]>(uniqueNames.map((name) => [name, []]));
  for (const list of await Promise.all(queries.map((query) => glance.listImages(query)))) {
    for (const image of list) if (!isDeleted(image)) found.get(String(image.name))?.push(image);
  }
  return found;
}

/**
 * Returns the only image of a name; undefined if there is none.
 * @param owner Selects one of several images of the name.
 * @throws if there are still several.
 */
export function selectImage(name: string, images: readonly Image[], owner?: string): Image | undefined {
  const own = owner === undefined ? [] : images.filter((image) => image.owner === owner);
  const candidates = images.length > 1 && own.length > 0 ? own : images;
  if (candidates.length < 2) return candidates[0];
  const ids = candidates.map(({ id, status }) => `${id} (${status})`).join(', ');
  raise(
    'openstack.ambiguous',
    `Glance has ${candidates.length} images '${name}': ${ids}; select one by its id, or remove the others with 'openstack image delete'`,
  );
}
