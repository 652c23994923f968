import { raise } from '../../../errors/glance-apply-error.js';
import type { GlanceClient } from './glance-client.js';
import { type Image, isDeleted } from './image.js';

/** So many names are asked for in one request: a URL has its limits. */
const NAMES_PER_REQUEST = 20;

/** Images by their names, for as few requests as that takes. There may be several of one name. */
export async function findImages(
  glance: GlanceClient,
  names: readonly string[],
): Promise<Map<string, Image[]>> {
  const different = [...new Set(names)];
  // Glance's lists of names have quotes, and no way to put one into a name.
  const plain = different.filter((name) => !/["\\]/.test(name));
  // Said to be a name: otherwise Glance takes what stands before a colon in it for an operator.
  const queries = different.filter((name) => !plain.includes(name)).map((name) => ({ name: `eq:${name}` }));
  for (let at = 0; at < plain.length; at += NAMES_PER_REQUEST) {
    const list = plain.slice(at, at + NAMES_PER_REQUEST).map((name) => `"${name}"`);
    queries.push({ name: `in:${list.join(',')}` });
  }
  const found = new Map<string, Image[]>(different.map((name) => [name, []]));
  for (const list of await Promise.all(queries.map((query) => glance.listImages(query)))) {
    for (const image of list) if (!isDeleted(image)) found.get(String(image.name))?.push(image);
  }
  return found;
}

/**
 * The one image that is meant; undefined where there is none.
 * @param owner Chooses among several of one name.
 * @throws where there are several all the same.
 */
export function selectImage(name: string, images: readonly Image[], owner?: string): Image | undefined {
  const own = owner === undefined ? [] : images.filter((image) => image.owner === owner);
  const candidates = images.length > 1 && own.length > 0 ? own : images;
  if (candidates.length < 2) return candidates[0];
  const ids = candidates.map(({ id, status }) => `${id} (${status})`).join(', ');
  raise(
    'openstack.ambiguous',
    `Glance has ${candidates.length} images '${name}': ${ids}; say which by its id, or remove the others with 'openstack image delete'`,
  );
}
