import type { Session } from '../../../engine/session.js';
import { toAptError } from './apt-get.js';
import { readPolicies } from './apt-lists.js';
import { findPolicy } from './apt-policy.js';

/** A version of a package that provides another name. */
export interface Provider {
  readonly name: string;
  readonly version: string;
}

/** Parses the output of `apt-cache showpkg NAME…`: the providers of each name, in all their versions. */
export function parseReverseProvides(text: string): Map<string, readonly Provider[]> {
  const found = new Map<string, Provider[]>();
  let providers: Provider[] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    const name = /^Package: (\S+)/.exec(line)?.[1];
    if (name !== undefined) {
      providers = [];
      found.set(name, providers);
    }
    const [, provider, version] = (inside && /^(\S+) (\S+) /.exec(line)) || [];
    if (provider !== undefined && version !== undefined) providers.push({ name: provider, version });
    else inside = line.startsWith('Reverse Provides:');
  }
  return found;
}

/** Reads the packages that apt could install for virtual ones: those whose candidate provides the name. */
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
  const providersByName = parseReverseProvides(result.stdout);
  const all = [...providersByName.values()].flat().map(({ name }) => name);
  const policies = await readPolicies(session, [...new Set(all)].sort());
  const isCandidate = ({ name, version }: Provider) => findPolicy(policies, name)?.candidate === version;
  return new Map(
    [...providersByName].map(([name, some]) => {
      const candidates = some.filter(isCandidate).map((one) => one.name);
      return [name, [...new Set(candidates)].sort()];
    }),
  );
}
