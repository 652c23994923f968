import { PartialFailure } from '../../../engine/partial-failure.js';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import type { PackageChange, PackageSubject } from '../attributes.js';
import { isInSync } from '../observe-package.js';
import { chooseVersions } from './choose-versions.js';
import { Dnf, type DnfProgram, excludeRefused, type RefusedPackage } from './dnf.js';
import { gatherKnowledge } from './gather-knowledge.js';
import { requireRpmDatabase } from './rpm-database.js';
import { observeRpm, planRpm, type RpmKnowledge } from './rpm-plan.js';

/** Applies all changes with as few calls of dnf or yum as possible. */
export async function changePackages(
  program: DnfProgram,
  session: Session,
  changes: readonly PackageChange[],
): Promise<void> {
  const dnf = new Dnf(program, session);
  const subjects = changes.map(({ subject }) => subject);
  const before = await gatherKnowledge(session, dnf, await requireRpmDatabase(session.host), subjects);
  const pending = subjects.filter(({ desired }) => !isInSync(desired, observeRpm(desired, before)));
  if (pending.length === 0) return;
  const { chosen, unavailable } = await chooseVersions(dnf, pending);
  const ready = excludeRefused(pending, unavailable);
  const unknown = ready.length === 0 ? [] : await dnf.runTransaction(ready, planRpm(ready, before, chosen));
  const refused = [...unavailable, ...unknown];
  const after = await gatherKnowledge(session, dnf, await requireRpmDatabase(session.host), pending);
  const failed = [...refused, ...findNotInSync(excludeRefused(pending, refused), after, program)];
  if (failed.length > 0)
    throw new PartialFailure(new Map(failed.map(({ subject, why }) => [subject.title, why])));
}

/** Finds the packages that are not in sync although dnf has succeeded. */
function findNotInSync(
  subjects: readonly PackageSubject[],
  knowledge: RpmKnowledge,
  program: DnfProgram,
): readonly RefusedPackage[] {
  return subjects.flatMap((subject) => {
    const state = observeRpm(subject.desired, knowledge);
    if (isInSync(subject.desired, state)) return [];
    const message = `${program} succeeded, but ensure is '${state.ensure}'`;
    const hint = 'an exclude in its configuration may prevent it';
    return [{ subject, why: problem('package.not-done', message, { hint }) }];
  });
}
