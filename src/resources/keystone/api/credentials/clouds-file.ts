import type { Document } from 'yaml';
import { messageOf } from '../../../../errors/glance-apply-error.js';
import type { Options } from './options.js';

/**
 * The options of each cloud in a `clouds.yaml`, by the cloud's name.
 * @throws where it is no YAML, or has no clouds.
 */
export async function optionsInClouds(text: string): Promise<ReadonlyMap<string, Options>> {
  // Loaded here: most runs need no YAML.
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { logLevel: 'error' });
  const [error] = document.errors;
  // Its further lines quote the file, which has passwords in it; so do warnings.
  if (error !== undefined) throw new Error(String(error.message.split('\n')[0]).replace(/:$/, ''));
  const clouds = hashIn(hashIn(plain(document)).clouds);
  return new Map(Object.entries(clouds).map(([name, cloud]) => [name, optionsOf(hashIn(cloud))]));
}

/** Aliases may stand for more than anybody can hold. */
function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    throw new Error(`its aliases cannot be followed: ${messageOf(cause)}`, { cause });
  }
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
