import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { didYouMean } from '../../../errors/nearest.js';
import { isToBeRemoved, type PackageSubject } from '../attributes.js';
import { findUpdateFailure, readSimilarNames } from './apt-lists.js';
import type { AptKnowledge } from './apt-plan.js';
import { checkAvailability } from './check-availability.js';

/** The code of a package whose own file is not there. */
export const NO_FILE = 'package.no-file';

/** Why a package is not to be had, with what to do about it; undefined where it is. */
export async function checkInstallable(
  session: Session,
  subject: PackageSubject,
  knowledge: AptKnowledge,
): Promise<Diagnostic | undefined> {
  const why = checkAvailability(subject, knowledge) ?? (await findMissingFile(session, subject));
  return why && addAdvice(session, subject, why);
}

async function findMissingFile(
  session: Session,
  { wanted }: PackageSubject,
): Promise<Diagnostic | undefined> {
  if (isToBeRemoved(wanted)) return undefined;
  const paths = [wanted.source, wanted.responsefile].filter((path) => path !== undefined);
  const found = await session.host.files.status(paths);
  const at = found.findIndex((status) => status === undefined || status instanceof Error);
  if (at === -1) return undefined;
  return problem(NO_FILE, `the file ${paths[at]} is not on the host, or may not be read`, {
    hint: 'a file resource that brings it must come before the package',
  });
}

/** Adds what was probably meant, and why the lists may not know it. */
async function addAdvice(session: Session, { wanted }: PackageSubject, why: Diagnostic): Promise<Diagnostic> {
  const failure = findUpdateFailure(session);
  const advice = [
    why.code === 'package.unknown'
      ? didYouMean(wanted.name, await readSimilarNames(session, wanted.name), wanted.name.length < 5 ? 1 : 2)
      : undefined,
    why.hint,
    failure && `not all package lists could be fetched: ${failure}`,
  ];
  return {
    ...why,
    hint: advice
      .filter((text) => text !== undefined)
      .join('; ')
      .replaceAll('?;', '?'),
  };
}
