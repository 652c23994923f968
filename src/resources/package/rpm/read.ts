import groupBy from 'lodash/groupBy.js';
import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { isToBeRemoved, type PackageSubject, toBatchKey } from '../attributes.js';
import { isInSync } from '../observe-package.js';
import { chooseVersions } from './choose-versions.js';
import { Dnf, type DnfProgram, excludeRefused } from './dnf.js';
import { gatherKnowledge } from './gather-knowledge.js';
import { readRpmDatabase, requireRpmDatabase } from './rpm-database.js';
import { observeRpm, planRpm, type RpmKnowledge } from './rpm-plan.js';

/** Reads the states of packages from rpm's database. */
export async function readPackages(
  program: DnfProgram,
  session: Session,
  subjects: readonly PackageSubject[],
): Promise<ReadonlyMap<string, State | Unreadable>> {
  const database = await session.once('rpm-database', () => readRpmDatabase(session.host));
  if (database instanceof Unreadable) return new Map(subjects.map(({ title }) => [title, database]));
  const dnf = new Dnf(program, session);
  const knowledge = await gatherKnowledge(session, dnf, database, subjects);
  const states = new Map<string, State | Unreadable>(
    subjects.map(({ title, desired }) => [title, observeRpm(desired, knowledge)]),
  );
  if (session.planning)
    for (const [title, failure] of await predictFailures(dnf, subjects, knowledge))
      states.set(title, failure);
  return states;
}

/** Lists all installed packages. */
export async function listPackages(
  program: DnfProgram,
  session: Session,
): Promise<ReadonlyMap<string, State>> {
  const database = await requireRpmDatabase(session.host);
  const locked = await new Dnf(program, session).readLocks();
  const states = new Map<string, State>();
  for (const [name, entries] of database) {
    states.set(name, { ensure: entries.at(-1)?.evr, mark: locked?.has(name) ? 'hold' : 'none' });
  }
  return states;
}

/**
 * Predicts which installations would fail in an apply, by title: no repository contains the package. The prediction is
 * uncertain if the catalog manages repositories.
 */
async function predictFailures(
  dnf: Dnf,
  subjects: readonly PackageSubject[],
  knowledge: RpmKnowledge,
): Promise<ReadonlyMap<string, Unreadable>> {
  const missing = subjects.filter(
    ({ desired }) =>
      !isToBeRemoved(desired) &&
      desired.source === undefined &&
      !isInSync(desired, observeRpm(desired, knowledge)),
  );
  const { chosen, unavailable } = await chooseVersions(dnf, missing);
  const refused = [...unavailable];
  for (const batch of Object.values(groupBy(excludeRefused(missing, unavailable), toBatchKey)))
    refused.push(...(await dnf.findUnknown(batch, planRpm(batch, knowledge, chosen))));
  const isCertain = dnf.session.managed('yumrepo').size === 0;
  return new Map(
    refused.map(({ subject, why }) => {
      const state = observeRpm(subject.desired, knowledge);
      if (isCertain) return [subject.title, Unreadable.blocked(new GlanceApplyError(why).message, state)];
      const message = `${why.message}, unless a repository of the catalog contains it`;
      const reason = new GlanceApplyError({ ...why, message }).message;
      return [subject.title, Unreadable.uncertain(reason, state)];
    }),
  );
}
