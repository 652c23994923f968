import type { Options } from './options.js';

/**
 * The options of each cloud in a `clouds.yaml`, by the cloud's name.
 * @throws where it is no YAML, or has no clouds.
 */
export async function optionsInClouds(text: string): Promise<ReadonlyMap<string, Options>> {
  // Loaded here: most runs need no YAML.
  const { parse } = await import('yaml');
  const clouds = hashIn(hashIn(parse(text)).clouds);
  return new Map(Object.entries(clouds).map(([name, cloud]) => [name, optionsOf(hashIn(cloud))]));
}

function optionsOf({ auth, ...rest }: Readonly<Record<string, unknown>>): Options {
  const all = Object.entries({ ...rest, ...hashIn(auth) });
  return Object.fromEntries(all.flatMap(([name, value]) => (isScalar(value) ? [[name, String(value)]] : [])));
}

function hashIn(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error('it is not of the form of a clouds.yaml');
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
