/** An image as Glance's API says it. Further properties stand beside the others. */
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

/** What Glance keeps of every image: all else are further properties. */
const BUILT_IN_PROPERTIES = new Set([
  ...['id', 'name', 'status', 'visibility', 'protected', 'owner', 'tags', 'members', 'locations', 'stores'],
  ...['size', 'virtual_size', 'checksum', 'os_hash_algo', 'os_hash_value', 'os_hidden', 'direct_url'],
  ...['min_ram', 'min_disk', 'container_format', 'disk_format', 'created_at', 'updated_at'],
  ...['self', 'file', 'schema'],
]);

/** Nothing is left of these but their names. */
const DELETED_STATUSES = new Set(['deleted', 'pending_delete', 'killed']);

/** Somebody is sending data. */
const UPLOADING_STATUSES = new Set(['saving', 'uploading', 'importing']);

export function isDeleted({ status }: Image): boolean {
  return DELETED_STATUSES.has(status);
}

/** An image without data: one whose upload broke off, or has not begun. */
export function isEmpty({ status }: Image): boolean {
  return status === 'queued';
}

export function isUploading({ status }: Image): boolean {
  return UPLOADING_STATUSES.has(status);
}

/** The further properties of an image, all of them texts. */
export function readCustomProperties(image: Image): Record<string, string> {
  return Object.fromEntries(
    Object.entries(image).flatMap(([name, value]) =>
      BUILT_IN_PROPERTIES.has(name) || value === null ? [] : [[name, String(value)]],
    ),
  );
}
