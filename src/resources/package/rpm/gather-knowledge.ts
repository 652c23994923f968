import type { Session } from '../../../engine/session.js';
import type { PackageSubject } from '../attributes.js';
import type { Dnf } from './dnf.js';
import { PROVIDES_FORMAT, parseProvides, type RpmDatabase } from './rpm-database.js';
import { findEntries, mayBeVirtual, type RpmKnowledge } from './rpm-plan.js';

/** Reads what is needed to compare packages: packages that only have to be installed need no further command. */
export async function gatherKnowledge(
  session: Session,
  dnf: Dnf,
  database: RpmDatabase,
  subjects: readonly PackageSubject[],
): Promise<RpmKnowledge> {
  const basic: RpmKnowledge = {
    database,
    providers: new Map(),
    updates: new Map(),
    locked: await dnf.readLocks(),
  };
  const isMissing = subjects.some(
    ({ desired }) => mayBeVirtual(desired) && findEntries(desired, basic).length === 0,
  );
  const providers = isMissing ? await readProviders(session) : basic.providers;
  const followers = subjects
    .filter(({ desired }) => desired.ensure === 'latest')
    .flatMap(({ desired }) => findEntries(desired, { ...basic, providers })[0]?.name ?? []);
  const updates = followers.length > 0 ? await dnf.listUpdates(followers) : basic.updates;
  return { ...basic, providers, updates };
}

async function readProviders(session: Session): Promise<ReadonlyMap<string, string>> {
  const result = await session.host.run({ argv: ['rpm', '-qa', '--queryformat', PROVIDES_FORMAT] });
  return parseProvides(result.stdout);
}
