import type { Diff } from '../../../engine/provider.js';
import type { DesiredImage } from './image-state.js';

/** One step of a JSON patch, as Glance accepts it. */
export interface PatchStep {
  readonly op: 'add' | 'replace';
  readonly path: string;
  readonly value: unknown;
}

/** The properties that have the same name in Glance. */
const SAME_NAMES = ['protected', 'container_format', 'disk_format', 'min_ram', 'min_disk', 'tags'] as const;

/**
 * Builds the patch that changes an existing image to its desired state.
 * @param owner The id of the project that will own it, if that is declared by name.
 */
export function buildPatch(desired: DesiredImage, { is, has }: Diff, owner: string | undefined): PatchStep[] {
  const steps: PatchStep[] = [];
  const replace = (name: string, value: unknown) => steps.push({ op: 'replace', path: `/${name}`, value });
  for (const name of SAME_NAMES) if (has(name)) replace(name, desired[name]);
  if (has('image_tag') && desired.tags === undefined)
    replace('tags', [...((is.tags as readonly string[] | undefined) ?? []), desired.image_tag]);
  if (has('visibility')) replace('visibility', desired.visibility);
  else if (has('is_public')) replace('visibility', desired.is_public ? 'public' : 'private');
  if (has('project_id')) replace('owner', desired.project_id);
  if (has('project_name')) replace('owner', owner);
  if (has('properties')) {
    const current = (is.properties ?? {}) as Readonly<Record<string, string>>;
    for (const [name, value] of Object.entries(desired.properties ?? {})) {
      // `add` replaces an existing property.
      if (current[name] !== value) steps.push({ op: 'add', path: `/${escapePointer(name)}`, value });
    }
  }
  return steps;
}

/** Escapes a name for a JSON pointer. */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
