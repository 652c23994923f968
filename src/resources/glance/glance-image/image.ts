/** An image, as Glance's API returns it: custom properties are on the same level as the others. */
export interface Image extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly name: string | null;
  readonly status: string;
  readonly visibility: string;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly size: number | null;
  readonly checksum: string | null;
  readonly os_hash_algo?: string | null;
  readonly os_hash_value?: string | null;
}

/** The properties of every image; all others are custom properties. */
const BUILT_IN_PROPERTIES = new Set([
  ...['id', 'name', 'status', 'visibility', 'protected', 'owner', 'tags', 'members', 'locations', 'stores'],
  ...['size', 'virtual_size', 'checksum', 'os_hash_algo', 'os_hash_value', 'os_hidden', 'direct_url'],
  ...['min_ram', 'min_disk', 'container_format', 'disk_format', 'created_at', 'updated_at'],
  ...['self', 'file', 'schema'],
]);

/** Statuses of images of which only the record exists. */
const DELETED_STATUSES = new Set(['deleted', 'pending_delete', 'killed']);

/** Statuses of images whose data is being uploaded. */
const UPLOADING_STATUSES = new Set(['saving', 'uploading', 'importing']);

export function isDeleted({ status }: Image): boolean {
  return DELETED_STATUSES.has(status);
}

/** Returns whether an image has no data, because its upload was interrupted or has not started. */
export function isEmpty({ status }: Image): boolean {
  return status === 'queued';
}

export function isUploading({ status }: Image): boolean {
  return UPLOADING_STATUSES.has(status);
}

/** Returns the custom properties of an image, all of them as strings. */
export function readCustomProperties(image: Image): Record<string, string> {
  return Object.fromEntries(
    Object.entries(image).flatMap(([name, value]) =>
      BUILT_IN_PROPERTIES.has(name) || value === null ? [] : [[name, String(value)]],
    ),
  );
}
