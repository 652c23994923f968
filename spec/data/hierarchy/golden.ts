import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Merge } from '../../../src/data/hierarchy/index.js';
import { type Hierarchy, openHierarchy } from '../../../src/data/hierarchy/index.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';

/** The data set that Puppet was asked about. */
export const goldenFolder = fileURLToPath(new URL('../golden/', import.meta.url));

/** What Puppet said of a key. */
export interface Recorded {
  readonly key: string;
  readonly merge: Merge | null;
  readonly value?: unknown;
  readonly missing?: true;
  readonly error?: string;
}

export function readRecorded(): readonly Recorded[] {
  return JSON.parse(readFileSync(`${goldenFolder}expected.json`, 'utf8'));
}

/** The same data, opened by this library for the same node. */
export function openGolden(): Promise<Hierarchy> {
  return openHierarchy(`${goldenFolder}environment/hiera.yaml`, {
    global: `${goldenFolder}global/hiera.yaml`,
    facts: JSON.parse(readFileSync(`${goldenFolder}facts.json`, 'utf8')),
    processEnvironment: {},
  });
}

/** What this library says of a key, in the same words: numbers that JSON does not have are texts. */
export function ask(data: Hierarchy, { key, merge }: Recorded): Omit<Recorded, 'key' | 'merge'> {
  try {
    const found = data.lookup(key, merge === null ? {} : { merge });
    return found === undefined ? { missing: true } : { value: spelled(found.value) };
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    return { error: error.message };
  }
}

function spelled(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map(spelled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spelled(one)]));
}
