import type { Session } from '../../../engine/session.js';
import { goes, type PackageSubject, toArguments } from '../attributes.js';
import { aptError, aptGet, type Environment, runUnattended } from './apt-get.js';
import { hasUpdated, updateLists } from './apt-lists.js';
import { troubleOf } from './apt-output.js';
import type { AptPlan } from './apt-plan.js';
import { compilingAfterwards } from './byte-compiling.js';
import { withholding } from './withheld-services.js';

/**
 * Makes a plan come true. All its subjects share their options, as the provider's `batchBy` sees to.
 * @throws GlanceApplyError with what apt and dpkg said
 */
export async function transact(
  session: Session,
  subjects: readonly PackageSubject[],
  plan: AptPlan,
): Promise<void> {
  await answerQuestions(session, subjects);
  const options = optionsOf(subjects);
  if (plan.targets.length > 0) {
    const args = [...permissions(plan), ...options, '--', ...plan.targets];
    await withholding(session, subjects, (environment) => install(session, subjects, args, environment));
  }
  if (plan.purges.length > 0) {
    const held = plan.changesHeld ? ['--allow-change-held-packages'] : [];
    const result = await aptGet(session, ['purge', ...held, ...options, '--', ...plan.purges]);
    if (result.status !== 0) throw aptError('apt-get purge', result);
  }
  if (plan.selections.size > 0) {
    const lines = [...plan.selections].map(([name, selection]) => `${name} ${selection}\n`);
    const result = await runUnattended(session, ['dpkg', '--set-selections'], {
      input: lines.join(''),
    });
    if (result.status !== 0) throw aptError('dpkg --set-selections', result);
  }
}

/** Installs a package anew, in the version that it has. */
export async function reinstall(session: Session, subject: PackageSubject): Promise<void> {
  const { wanted } = subject;
  await install(
    session,
    [subject],
    ['--reinstall', ...argumentsOf(wanted), '--', wanted.source ?? wanted.name],
  );
}

function install(
  session: Session,
  subjects: readonly PackageSubject[],
  args: readonly string[],
  environment?: Environment,
): Promise<void> {
  return compilingAfterwards(session, subjects, (options) =>
    installNow(session, [...options, ...args], environment),
  );
}

async function installNow(
  session: Session,
  args: readonly string[],
  environment?: Environment,
): Promise<void> {
  // A name that apt does not know must be an error, never a pattern that happens to match others.
  const argv = ['-o', 'APT::Cmd::Pattern-Only=true', 'install', ...args];
  let result = await aptGet(session, argv, environment);
  if (result.status !== 0 && troubleOf(result.stderr) === 'outdated' && !hasUpdated(session)) {
    await updateLists(session);
    result = await aptGet(session, argv, environment);
  }
  if (result.status !== 0) throw aptError('apt-get install', result);
}

function permissions(plan: AptPlan): string[] {
  return [
    ...(plan.downgrades ? ['--allow-downgrades'] : []),
    ...(plan.changesHeld ? ['--allow-change-held-packages'] : []),
  ];
}

/** One of them speaks for all, an installation first: it has more to say. */
function optionsOf(subjects: readonly PackageSubject[]): string[] {
  const speaker = subjects.find(({ wanted }) => !goes(wanted)) ?? subjects[0];
  return speaker === undefined ? [] : argumentsOf(speaker.wanted);
}

function argumentsOf(wanted: PackageSubject['wanted']): string[] {
  if (goes(wanted)) return toArguments(wanted.uninstall_options);
  const conffiles = wanted.configfiles === 'replace' ? 'confnew' : 'confold';
  return ['-o', `DPkg::Options::=--force-${conffiles}`, ...toArguments(wanted.install_options)];
}

async function answerQuestions(session: Session, subjects: readonly PackageSubject[]): Promise<void> {
  for (const { wanted } of subjects) {
    if (wanted.responsefile === undefined || goes(wanted)) continue;
    const result = await runUnattended(session, ['debconf-set-selections', '--', wanted.responsefile]);
    if (result.status !== 0) throw aptError(`debconf-set-selections ${wanted.responsefile}`, result);
  }
}
