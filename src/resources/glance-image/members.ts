import { ApiError } from '../openstack/api-error.js';
import { readAllPages } from '../openstack/pages.js';
import type { Glance } from './glance.js';

/** The ids of the projects that an image is shared with; none of one that is not shared. */
export async function memberIds(glance: Glance, image: string): Promise<string[]> {
  const path = ['images', image, 'members'];
  try {
    const members = await readAllPages<{ member_id: string }>('members', {}, (query) =>
      glance.ask({ method: 'GET', path, query }),
    );
    return members.items.map(({ member_id }) => member_id);
  } catch (error) {
    // Glance finds no members of an image that is not shared.
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

/** Shares an image with these projects and no others. */
export async function setMembers(glance: Glance, image: string, wanted: readonly string[]): Promise<void> {
  const ids = await Promise.all(
    wanted.map(async (name) => {
      const id = await glance.projectId(name, true);
      return id ?? Promise.reject(new Error(`Keystone has no project '${name}', which is to be a member`));
    }),
  );
  const path = ['images', image, 'members'];
  const there = await memberIds(glance, image);
  for (const member of ids) {
    if (!there.includes(member)) await glance.ask({ method: 'POST', path, body: { member } });
  }
  for (const member of there) {
    if (!ids.includes(member)) await glance.ask({ method: 'DELETE', path: [...path, member] });
  }
}
