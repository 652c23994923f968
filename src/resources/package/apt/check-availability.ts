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

/** Returns why apt's lists do not allow to install a package; undefined if they do. */
export function checkAvailability(
  subject: PackageSubject,
  { status, policies, providers }: AptKnowledge,
): Diagnostic | undefined {
  const { desired } = subject;
  if (
    isToBeRemoved(desired) ||
    desired.source !== undefined ||
    isInSync(desired, observeApt(desired, { status, policies }))
  ) {
    return undefined;
  }
  const name = resolveTargetName(desired, status);
  const policy = findPolicy(policies, name);
  const offered = policy?.versions ?? [];
  if (policy === undefined) {
    return problem('package.unknown', `apt has no package '${name}'`, {
      hint: 'add its repository to /etc/apt/sources.list.d',
    });
  }
  if (offered.length === 0) return checkVirtualPackage(desired, name, providers?.get(name) ?? []);
  if (isVersionSpec(desired.ensure) && pickVersion(desired.ensure, policy) === undefined) {
    const what = parseRange(desired.ensure) === undefined ? desired.ensure : `within '${desired.ensure}'`;
    const barred = [...policy.barred].filter((version) => satisfiesAptVersion(version, desired.ensure));
    const pins = barred.length === 0 ? '' : `; a pin excludes ${barred.join(', ')}`;
    return problem('package.no-version', `apt has no version ${what} of the package '${name}'`, {
      hint:
        offered.length === 0 ? 'it is a virtual package' : `it has ${offered.slice(0, 5).join(', ')}${pins}`,
    });
  }
  return undefined;
}

/** Returns why a virtual package cannot be installed; undefined if exactly one package provides it. */
function checkVirtualPackage(
  { ensure, allow_virtual }: DesiredPackage,
  name: string,
  providers: readonly string[],
): Diagnostic | undefined {
  const listed = providers.join(', ');
  const hint =
    providers.length === 0
      ? 'name another package, or add a repository that contains one'
      : `name one of its providers: ${listed}`;
  if (!allow_virtual) {
    return problem('package.virtual', `'${name}' is a virtual package, and allow_virtual is false`, { hint });
  }
  if (providers.length === 0) {
    return problem('package.virtual', `no package in apt's lists is called '${name}' or provides it`, {
      hint,
    });
  }
  if (isVersionSpec(ensure)) {
    return problem('package.no-version', `'${name}' is a virtual package and has no versions`, { hint });
  }
  if (providers.length > 1) {
    return problem(
      'package.virtual',
      `'${name}' is a virtual package that ${providers.length} packages provide: ${listed}`,
      { hint: 'name one of them' },
    );
  }
  return undefined;
}
