import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { type DesiredPackage, isToBeRemoved, type PackageSubject } from '../attributes.js';
import { isInSync } from '../observe-package.js';
import { parseRange } from '../version-range.js';
import {
  type AptKnowledge,
  isVersionSpec,
  observeApt,
  pickVersion,
  resolveTargetName,
  satisfiesAptVersion,
} from './apt-plan.js';
import { findPolicy } from './apt-policy.js';

/** Why a package cannot be installed, found out before anything is changed. */
export function checkAvailability(
  subject: PackageSubject,
  { status, policies, providers }: AptKnowledge,
): Diagnostic | undefined {
  const { wanted } = subject;
  if (
    isToBeRemoved(wanted) ||
    wanted.source !== undefined ||
    isInSync(wanted, observeApt(wanted, { status, policies }))
  ) {
    return undefined;
  }
  const name = resolveTargetName(wanted, status);
  const policy = findPolicy(policies, name);
  const offered = policy?.versions ?? [];
  if (policy === undefined) {
    return problem('package.unknown', `apt knows no package '${name}'`, {
      hint: 'is its repository among /etc/apt/sources.list and /etc/apt/sources.list.d?',
    });
  }
  if (offered.length === 0) return checkVirtualPackage(wanted, name, providers?.get(name) ?? []);
  if (isVersionSpec(wanted.ensure) && pickVersion(wanted.ensure, policy) === undefined) {
    const what = parseRange(wanted.ensure) === undefined ? wanted.ensure : `within '${wanted.ensure}'`;
    const barred = [...policy.barred].filter((version) => satisfiesAptVersion(version, wanted.ensure));
    const pins = barred.length === 0 ? '' : `; a pin bars ${barred.join(', ')}`;
    return problem('package.no-version', `apt has no version ${what} of the package '${name}'`, {
      hint:
        offered.length === 0 ? 'it is a virtual package' : `it has ${offered.slice(0, 5).join(', ')}${pins}`,
    });
  }
  return undefined;
}

/** Why one cannot be installed of which apt knows the name alone. One that a single package provides can be. */
function checkVirtualPackage(
  { ensure, allow_virtual }: DesiredPackage,
  name: string,
  providers: readonly string[],
): Diagnostic | undefined {
  const listed = providers.join(', ');
  const hint =
    providers.length === 0
      ? 'name another package, or add the repository that has one'
      : `name the package that you mean: ${listed}`;
  if (!allow_virtual) {
    return problem('package.virtual', `'${name}' is a virtual package, and allow_virtual is false`, { hint });
  }
  if (providers.length === 0) {
    return problem(
      'package.virtual',
      `no package that apt could install is called '${name}' or provides it`,
      {
        hint,
      },
    );
  }
  if (isVersionSpec(ensure)) {
    return problem('package.no-version', `'${name}' is a virtual package, which has no versions`, { hint });
  }
  if (providers.length > 1) {
    return problem(
      'package.virtual',
      `'${name}' is a virtual package that ${providers.length} packages provide: ${listed}`,
      { hint: 'name the one that you mean' },
    );
  }
  return undefined;
}
