import type { Session } from '../../../engine/session.js';
import { toAptError } from './apt-get.js';
import { readPolicies } from './apt-lists.js';
import { findPolicy } from './apt-policy.js';

/** A package that provides another's name, in one of its versions. */
export interface Provider {
  readonly name: string;
  readonly version: string;
}

/** Reads the answer of `apt-cache showpkg NAME…`: what provides each of the names, in whatever version. */
export function parseReverseProvides(text: string): Map<string, readonly Provider[]> {
  const found = new Map<string, Provider[]>();
  let provisions: Provider[] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    const name = /^Package: (\S+)/.exec(line)?.[1];
    if (name !== undefined) {
      provisions = [];
      found.set(name, provisions);
    }
    const [, provider, version] = (inside && /^(\S+) (\S+) /.exec(line)) || [];
    if (provider !== undefined && version !== undefined) provisions.push({ name: provider, version });
    else inside = line.startsWith('Reverse Provides:');
  }
  return found;
}

/** The packages that an installation of a virtual one could take, as apt chooses: by their candidates. */
export async function readProviders(
  session: Session,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (names.length === 0) return new Map();
  const result = await session.host.run({
    argv: ['apt-cache', 'showpkg', '--', ...names],
    signal: session.signal,
  });
  if (result.status !== 0) throw toAptError('apt-cache showpkg', result);
  const provisions = parseReverseProvides(result.stdout);
  const all = [...provisions.values()].flat().map(({ name }) => name);
  const policies = await readPolicies(session, [...new Set(all)].sort());
  const isCandidate = ({ name, version }: Provider) => findPolicy(policies, name)?.candidate === version;
  return new Map(
    [...provisions].map(([name, some]) => {
      const able = some.filter(isCandidate).map((one) => one.name);
      return [name, [...new Set(able)].sort()];
    }),
  );
}
