import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { PackageSubject } from '../attributes.js';
import { parseRange } from '../version-range.js';
import type { Dnf, DnfProgram, RefusedPackage } from './dnf.js';
import { pickVersion } from './rpm-plan.js';

/** The versions for packages that declare a range. */
interface ChosenVersions {
  /** The newest available version within the range, by title. */
  readonly chosen: ReadonlyMap<string, string>;
  /** The packages without an available version within the range, or whose versions cannot be listed. */
  readonly unavailable: readonly RefusedPackage[];
}

/** Chooses a version for each package that declares a range. Packages without a range need no command. */
export async function chooseVersions(dnf: Dnf, subjects: readonly PackageSubject[]): Promise<ChosenVersions> {
  const ranged = subjects.filter(
    ({ desired }) => !desired.source && parseRange(desired.ensure) !== undefined,
  );
  const chosen = new Map<string, string>();
  if (ranged.length === 0) return { chosen, unavailable: [] };
  let available: ReadonlyMap<string, readonly string[]>;
  try {
    available = await dnf.listVersions(ranged.map(({ desired }) => desired.name));
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    const refused = ranged.flatMap((subject) => error.diagnostics.map((why) => ({ subject, why })));
    return { chosen, unavailable: refused };
  }
  const unavailable: RefusedPackage[] = [];
  for (const subject of ranged) {
    const { name, ensure } = subject.desired;
    const versions = available.get(name) ?? available.get(name.replace(/\.[^.]+$/, '')) ?? [];
    const newest = pickVersion(ensure, versions);
    if (newest !== undefined) chosen.set(subject.title, newest);
    else unavailable.push({ subject, why: createNoVersionProblem(dnf.program, name, ensure, versions) });
  }
  return { chosen, unavailable };
}

function createNoVersionProblem(
  program: DnfProgram,
  name: string,
  range: string,
  versions: readonly string[],
): Diagnostic {
  const hint =
    versions.length === 0
      ? `no repository contains '${name}'`
      : `available versions: ${versions.slice(-5).join(', ')}`;
  return problem(
    'package.no-version',
    `${program} has no version within '${range}' of the package '${name}'`,
    { hint },
  );
}
