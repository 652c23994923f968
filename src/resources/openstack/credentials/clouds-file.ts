import type { Document } from 'yaml';
import { isHash } from '../../../data/is-hash.js';
import { YamlDocument } from '../../../data/yaml-document.js';
import { problem } from '../../../errors/diagnostic.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { AuthOptions } from './auth-options.js';

/**
 * Returns the options of each cloud in a `clouds.yaml`, by the cloud's name.
 * @throws if it is not YAML, or not of the form of a `clouds.yaml`.
 */
export async function parseCloudsFile(text: string): Promise<ReadonlyMap<string, AuthOptions>> {
  const { document } = await YamlDocument.parse(text, 'clouds.yaml', (message, { line, column }) =>
    problem('openstack.credentials', `${message} at line ${line}, column ${column}`),
  );
  const clouds = toHash(toHash(resolveAliases(document)).clouds);
  return new Map(Object.entries(clouds).map(([name, cloud]) => [name, toAuthOptions(toHash(cloud))]));
}

/** Aliases can expand to more than fits into memory. */
function resolveAliases(document: Document): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    raise('openstack.credentials', 'its aliases cannot be resolved; quote values that begin with *', {
      cause,
    });
  }
}

function toAuthOptions({ auth, ...rest }: Readonly<Record<string, unknown>>): AuthOptions {
  const all = Object.entries({ ...rest, ...toHash(auth) });
  return Object.fromEntries(all.flatMap(([name, value]) => (isScalar(value) ? [[name, String(value)]] : [])));
}

function toHash(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (isHash(value)) return value;
  raise('openstack.credentials', 'it does not have the form of a clouds.yaml');
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
