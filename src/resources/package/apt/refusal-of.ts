import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { didYouMean } from '../../../errors/nearest.js';
import { goes, type PackageSubject } from '../attributes.js';
import { namesLike, updateFailure } from './apt-lists.js';
import type { AptKnowledge } from './apt-plan.js';
import { unavailable } from './unavailable.js';

/** The code of a package whose own file is not there. */
export const NO_FILE = 'package.no-file';

/** Why a package is not to be had, with what to do about it; undefined where it is. */
export async function refusalOf(
  session: Session,
  subject: PackageSubject,
  knowledge: AptKnowledge,
): Promise<Diagnostic | undefined> {
  const why = unavailable(subject, knowledge) ?? (await missingFile(session, subject));
  return why && withAdvice(session, subject, why);
}

async function missingFile(session: Session, { wanted }: PackageSubject): Promise<Diagnostic | undefined> {
  if (goes(wanted)) return undefined;
  const paths = [wanted.source, wanted.responsefile].filter((path) => path !== undefined);
  const found = await session.host.files.status(paths);
  const at = found.findIndex((status) => status === undefined || status instanceof Error);
  if (at === -1) return undefined;
  return problem(NO_FILE, `the file ${paths[at]} is not on the host, or may not be read`, {
    hint: 'a file resource that brings it must come before the package',
  });
}

/** Adds what was probably meant, and why the lists may not know it. */
async function withAdvice(
  session: Session,
  { wanted }: PackageSubject,
  why: Diagnostic,
): Promise<Diagnostic> {
  const failure = updateFailure(session);
  const advice = [
    why.code === 'package.unknown'
      ? didYouMean(wanted.name, await namesLike(session, wanted.name), wanted.name.length < 5 ? 1 : 2)
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
