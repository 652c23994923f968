import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { didYouMean } from '../../../errors/nearest.js';
import { isToBeRemoved, type PackageSubject } from '../attributes.js';
import { findUpdateFailure, readSimilarNames } from './apt-lists.js';
import type { AptKnowledge } from './apt-plan.js';
import { checkAvailability } from './check-availability.js';

/** The code of a package whose file is missing. */
export const NO_FILE = 'package.no-file';

/** Returns why a package cannot be installed, with a hint; undefined if it can be. */
export async function checkInstallable(
  session: Session,
  subject: PackageSubject,
  knowledge: AptKnowledge,
): Promise<Diagnostic | undefined> {
  const obstacle = checkAvailability(subject, knowledge) ?? (await findMissingFile(session, subject));
  return obstacle && addAdvice(session, subject, obstacle);
}

async function findMissingFile(
  session: Session,
  { desired }: PackageSubject,
): Promise<Diagnostic | undefined> {
  if (isToBeRemoved(desired)) return undefined;
  const paths = [desired.source, desired.responsefile].filter((path) => path !== undefined);
  const found = await session.host.files.status(paths);
  const at = found.findIndex((status) => status === undefined || status instanceof Error);
  if (at === -1) return undefined;
  return problem(NO_FILE, `the file ${paths[at]} does not exist on the host, or cannot be read`, {
    hint: 'declare a file resource for it, and require it',
  });
}

/** Adds similar names, and why the package lists may be incomplete. */
async function addAdvice(
  session: Session,
  { desired }: PackageSubject,
  obstacle: Diagnostic,
): Promise<Diagnostic> {
  const failure = findUpdateFailure(session);
  const advice = [
    obstacle.code === 'package.unknown'
      ? didYouMean(
          desired.name,
          await readSimilarNames(session, desired.name),
          desired.name.length < 5 ? 1 : 2,
        )
      : undefined,
    obstacle.hint,
    failure && `not all package lists could be fetched: ${failure}`,
  ];
  return {
    ...obstacle,
    hint: advice
      .filter((text) => text !== undefined)
      .join('; ')
      .replaceAll('?;', '?'),
  };
}
