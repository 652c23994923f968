import { ApiError } from '../../openstack/api-error.js';
import { readAllPages } from '../../openstack/pages.js';
import type { GlanceClient } from './glance-client.js';

/** Returns the ids of the projects with which an image is shared; none if it is not shared. */
export async function listMemberIds(glance: GlanceClient, image: string): Promise<string[]> {
  const path = ['images', image, 'members'];
  try {
    const members = await readAllPages<{ member_id: string }>('members', {}, (query) =>
      glance.request({ method: 'GET', path, query }),
    );
    return members.items.map(({ member_id }) => member_id);
  } catch (error) {
    // Glance's response for the members of an image that is not shared.
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

/** Shares an image with the given projects and no others. */
export async function setMembers(
  glance: GlanceClient,
  image: string,
  desired: readonly string[],
): Promise<void> {
  const ids = await Promise.all(
    desired.map(async (name) => {
      const id = await glance.findProjectId(name, true);
      return (
        id ??
        Promise.reject(new Error(`the project '${name}', a member of the image, does not exist in Keystone`))
      );
    }),
  );
  const path = ['images', image, 'members'];
  const current = await listMemberIds(glance, image);
  for (const member of ids) {
    if (!current.includes(member)) await glance.request({ method: 'POST', path, body: { member } });
  }
  for (const member of current) {
    if (!ids.includes(member)) await glance.request({ method: 'DELETE', path: [...path, member] });
  }
}
