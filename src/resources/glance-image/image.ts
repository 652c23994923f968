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
const OWN = new Set([
  ...['id', 'name', 'status', 'visibility', 'protected', 'owner', 'tags', 'members', 'locations', 'stores'],
  ...['size', 'virtual_size', 'checksum', 'os_hash_algo', 'os_hash_value', 'os_hidden', 'direct_url'],
  ...['min_ram', 'min_disk', 'container_format', 'disk_format', 'created_at', 'updated_at'],
  ...['self', 'file', 'schema'],
]);

/** Nothing is left of these but their names. */
const GONE = new Set(['deleted', 'pending_delete', 'killed']);

/** Somebody is sending data. */
const UNDER_WAY = new Set(['saving', 'uploading', 'importing']);

export function isGone({ status }: Image): boolean {
  return GONE.has(status);
}

/** An image without data: one whose upload broke off, or has not begun. */
export function isEmpty({ status }: Image): boolean {
  return status === 'queued';
}

export function isUnderWay({ status }: Image): boolean {
  return UNDER_WAY.has(status);
}

/** The further properties of an image, all of them texts. */
export function furtherProperties(image: Image): Record<string, string> {
  return Object.fromEntries(
    Object.entries(image).flatMap(([name, value]) =>
      OWN.has(name) || value === null ? [] : [[name, String(value)]],
    ),
  );
}
