import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import { ApiError } from '../../openstack/api-error.js';
import { extractObject } from '../../openstack/extract-object.js';
import type { GlanceClient } from './glance-client.js';
import type { Image } from './image.js';
import type { DesiredImage } from './image-state.js';
import { openSource } from './source.js';
import { uploadData } from './upload.js';

/**
 * Creates an image with its data. An image whose data is incomplete is removed again, because it must never be mistaken
 * for a complete one.
 * @param owner The id of the project that will own it.
 * @returns The id of the image.
 */
export async function createImage(
  glance: GlanceClient,
  desired: DesiredImage,
  owner: string | undefined,
): Promise<string> {
  const { source, location } = desired;
  if (source === undefined && location === undefined)
    raise(
      'glance_image.source',
      `the image '${desired.name}' does not exist, and neither source nor location is set`,
    );
  // Opened first, so that nothing is created if the source does not exist.
  const data = source === undefined ? undefined : await openSource(glance.session, source, desired.proxy);
  let image: Image;
  try {
    const response = await glance.request({
      method: 'POST',
      path: ['images'],
      body: buildAttributes(glance, desired, owner),
    });
    image = extractObject<Image>(response, undefined, 'an image');
  } catch (error) {
    data?.content.destroy();
    throw explainRefusal(error, glance);
  }
  try {
    if (data !== undefined) await uploadData(glance, image, data);
    else await addLocation(glance, image.id, String(location));
    return image.id;
  } catch (error) {
    throw await removeIncomplete(glance, image.id, error);
  }
}

function buildAttributes(glance: GlanceClient, desired: DesiredImage, owner: string | undefined): object {
  const { name, id, is_public, visibility, container_format, disk_format, min_ram, min_disk } = desired;
  const { properties, tags, image_tag } = desired;
  const isShared = (desired.members?.length ?? 0) > 0;
  // Without logins, Glance does not allow a user to make an image public, and every user can see it anyway.
  const short = glance.isOpen ? undefined : is_public ? 'public' : isShared ? 'shared' : 'private';
  return {
    ...properties,
    name,
    id,
    owner,
    visibility: visibility ?? short,
    protected: desired.protected,
    container_format,
    disk_format,
    min_ram,
    min_disk,
    tags: tags ?? (image_tag === undefined ? undefined : [image_tag]),
  };
}

async function addLocation(glance: GlanceClient, id: string, url: string): Promise<void> {
  const step = { op: 'add', path: '/locations/-', value: { url, metadata: {} } };
  await glance.request(buildPatchRequest(id, [step]));
}

/** Removes an incomplete image. Returns the error, extended by the result of the removal. */
async function removeIncomplete(glance: GlanceClient, id: string, error: unknown): Promise<Error> {
  const result = await glance.request({ method: 'DELETE', path: ['images', id] }).then(
    () => 'the incomplete image was removed',
    () => `the incomplete image ${id} could not be removed; the next run removes it`,
  );
  return new Error(`${messageOf(error)}; ${result}`, { cause: error });
}

function explainRefusal(error: unknown, { isOpen }: GlanceClient): unknown {
  if (!isOpen || !(error instanceof ApiError) || error.status !== 403) return error;
  return new Error(`${error.message}; leave visibility out if Glance does not require a login`, {
    cause: error,
  });
}

/** Builds the request that changes an image by a JSON patch. */
export function buildPatchRequest(id: string, steps: readonly object[]) {
  return {
    method: 'PATCH',
    path: ['images', id],
    body: steps,
    headers: { 'content-type': 'application/openstack-images-v2.1-json-patch' },
  } as const;
}
