import type { Session } from '../../../engine/session.js';
import { isToBeRemoved, type PackageSubject, toArguments } from '../attributes.js';
import { type Environment, runAptGet, runUnattended, toAptError } from './apt-get.js';
import { hasUpdatedLists, updateLists } from './apt-lists.js';
import { classifyFailure } from './apt-output.js';
import type { AptPlan } from './apt-plan.js';
import { deferByteCompiling } from './defer-byte-compiling.js';
import { preventServiceStarts } from './policy-rc-d.js';

/**
 * Applies a plan. All subjects have the same options, because the provider batches by them.
 * @throws {GlanceApplyError} with the errors that apt or dpkg printed.
 */
export async function runTransaction(
  session: Session,
  subjects: readonly PackageSubject[],
  plan: AptPlan,
): Promise<void> {
  await presetAnswers(session, subjects);
  const options = toOptions(subjects);
  if (plan.targets.length > 0) {
    const args = [...toPermissionOptions(plan), ...options, '--', ...plan.targets];
    await preventServiceStarts(session, subjects, (environment) =>
      install(session, subjects, args, environment),
    );
  }
  if (plan.purges.length > 0) {
    const held = plan.changesHeld ? ['--allow-change-held-packages'] : [];
    const result = await runAptGet(session, ['purge', ...held, ...options, '--', ...plan.purges]);
    if (result.status !== 0) throw toAptError('apt-get purge', result);
  }
  if (plan.selections.size > 0) {
    const lines = [...plan.selections].map(([name, selection]) => `${name} ${selection}\n`);
    const result = await runUnattended(session, ['dpkg', '--set-selections'], {
      input: lines.join(''),
    });
    if (result.status !== 0) throw toAptError('dpkg --set-selections', result);
  }
}

/** Installs a package again in its installed version. */
export async function reinstall(session: Session, subject: PackageSubject): Promise<void> {
  const { desired } = subject;
  await install(
    session,
    [subject],
    ['--reinstall', ...toArgumentsOf(desired), '--', desired.source ?? desired.name],
  );
}

function install(
  session: Session,
  subjects: readonly PackageSubject[],
  args: readonly string[],
  environment?: Environment,
): Promise<void> {
  return deferByteCompiling(session, subjects, (options) =>
    runInstall(session, [...options, ...args], environment),
  );
}

async function runInstall(
  session: Session,
  args: readonly string[],
  environment?: Environment,
): Promise<void> {
  // A name that apt does not know must be an error, and not a pattern that happens to match others.
  const argv = ['-o', 'APT::Cmd::Pattern-Only=true', 'install', ...args];
  let result = await runAptGet(session, argv, environment);
  if (result.status !== 0 && classifyFailure(result.stderr) === 'outdated' && !hasUpdatedLists(session)) {
    await updateLists(session);
    result = await runAptGet(session, argv, environment);
  }
  if (result.status !== 0) throw toAptError('apt-get install', result);
}

function toPermissionOptions(plan: AptPlan): string[] {
  return [
    ...(plan.downgrades ? ['--allow-downgrades'] : []),
    ...(plan.changesHeld ? ['--allow-change-held-packages'] : []),
  ];
}

/** Returns the options of a batch: those of an installation if there is one, because it has more of them. */
function toOptions(subjects: readonly PackageSubject[]): string[] {
  const subject = subjects.find(({ desired }) => !isToBeRemoved(desired)) ?? subjects[0];
  return subject === undefined ? [] : toArgumentsOf(subject.desired);
}

function toArgumentsOf(desired: PackageSubject['desired']): string[] {
  if (isToBeRemoved(desired)) return toArguments(desired.uninstall_options);
  const conffiles = desired.configfiles === 'replace' ? 'confnew' : 'confold';
  return ['-o', `DPkg::Options::=--force-${conffiles}`, ...toArguments(desired.install_options)];
}

async function presetAnswers(session: Session, subjects: readonly PackageSubject[]): Promise<void> {
  for (const { desired } of subjects) {
    if (desired.responsefile === undefined || isToBeRemoved(desired)) continue;
    const result = await runUnattended(session, ['debconf-set-selections', '--', desired.responsefile]);
    if (result.status !== 0) throw toAptError(`debconf-set-selections ${desired.responsefile}`, result);
  }
}
