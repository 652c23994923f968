import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError, raise } from '../../../errors/glance-apply-error.js';
import type { CommandResult } from '../../../hosts/command.js';
import { describeExit } from '../../tools/command-result.js';
import { isToBeRemoved, type PackageSubject, toArguments } from '../attributes.js';
import {
  extractFailure,
  parseProgress,
  parseUnknownPackages,
  parseUpdates,
  parseVersionLocks,
  parseVersions,
} from './dnf-output.js';
import type { RpmPlan } from './rpm-plan.js';

/** The program that changes packages; both have the same commands. */
export type DnfProgram = 'dnf' | 'yum';

/** Seconds for one transaction. */
const TRANSACTION_TIMEOUT = 2 * 60 * 60;

/** The files of the versionlock plugin, of dnf and of yum. */
const lockLists = {
  dnf: { plugin: '/etc/dnf/plugins/versionlock.conf', list: '/etc/dnf/plugins/versionlock.list' },
  yum: { plugin: '/etc/yum/pluginconf.d/versionlock.conf', list: '/etc/yum/pluginconf.d/versionlock.list' },
} as const;

/** A package that cannot be installed, and the reason. */
export interface RefusedPackage {
  readonly subject: PackageSubject;
  readonly why: Diagnostic;
}

/** dnf or yum on a host during a run. */
export class Dnf {
  constructor(
    readonly program: DnfProgram,
    readonly session: Session,
  ) {}

  /** Reads which packages are locked to a version; undefined if the plugin for it is not installed. */
  async readLocks(): Promise<ReadonlySet<string> | undefined> {
    const { plugin, list } = lockLists[this.program];
    const [settings, locked] = await this.session.host.files.read([plugin, list]);
    if (!Buffer.isBuffer(settings) && !Buffer.isBuffer(locked)) return undefined;
    return parseVersionLocks(Buffer.isBuffer(locked) ? locked.toString() : '');
  }

  /** Lists the versions that an upgrade of packages would install. */
  async listUpdates(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const result = await this.#run(['-q', 'check-update', '--', ...new Set(names)]);
    // Status 100 means that updates are available.
    if (result.status !== 0 && result.status !== 100) throw this.#toError('check-update', result);
    return parseUpdates(result.stdout);
  }

  /** Lists all versions of packages in the repositories. Packages that no repository contains are omitted. */
  async listVersions(names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const result = await this.#run(['-q', 'list', '--showduplicates', '--', ...new Set(names)]);
    const said = `${result.stdout}\n${result.stderr}`;
    const findUnknown = result.status === 1 && /No match for argument|No matching Packages/i.test(said);
    if (result.status !== 0 && !findUnknown) throw this.#toError('list', result);
    return parseVersions(result.stdout);
  }

  /**
   * Applies a plan, and returns the packages that no repository contains.
   * @throws {GlanceApplyError} with the errors that the program printed.
   */
  async runTransaction(
    subjects: readonly PackageSubject[],
    plan: RpmPlan,
  ): Promise<readonly RefusedPackage[]> {
    const [first] = subjects;
    const options = first === undefined ? [] : toOptions(first);
    const unknown = new Set<string>();
    if (plan.unlock.length > 0) await this.#versionLock('delete', plan.unlock);
    for (const command of ['remove', 'downgrade', 'upgrade', 'install'] as const) {
      for (const name of await this.#runCommand(command, plan[command], options)) unknown.add(name);
    }
    const known = plan.lock.filter((name) => !unknown.has(name));
    if (known.length > 0) await this.#versionLock('add', known);
    return this.#toRefused(subjects, unknown);
  }

  /** Finds the packages of a plan that no repository contains, without changing anything. */
  async findUnknown(subjects: readonly PackageSubject[], plan: RpmPlan): Promise<readonly RefusedPackage[]> {
    const [first] = subjects;
    const options = first === undefined ? [] : toOptions(first);
    const unknown = new Set<string>();
    for (const command of ['downgrade', 'upgrade', 'install'] as const) {
      if (plan[command].length === 0) continue;
      const result = await this.#run(['--assumeno', command, ...options, '--', ...plan[command]]);
      for (const name of parseUnknownPackages(`${result.stdout}\n${result.stderr}`)) unknown.add(name);
    }
    return this.#toRefused(subjects, unknown);
  }

  /** Installs a package again in its installed version. */
  async reinstall(subject: PackageSubject): Promise<void> {
    const target = subject.desired.source ?? subject.desired.name;
    const result = await this.#run(['-y', 'reinstall', ...toOptions(subject), '--', target]);
    if (result.status !== 0) throw this.#toError('reinstall', result);
  }

  /** Runs a command for all its packages, and again for the others if some are unknown. */
  async #runCommand(
    command: string,
    targets: readonly string[],
    options: readonly string[],
  ): Promise<string[]> {
    if (targets.length === 0) return [];
    const result = await this.#run(['-y', command, ...options, '--', ...targets]);
    const unknown = parseUnknownPackages(`${result.stdout}\n${result.stderr}`).filter((name) =>
      targets.includes(name),
    );
    if (result.status === 0) return unknown;
    if (unknown.length === 0) throw this.#toError(command, result);
    const others = targets.filter((name) => !unknown.includes(name));
    return [...unknown, ...(await this.#runCommand(command, others, options))];
  }

  async #versionLock(command: 'add' | 'delete', names: readonly string[]): Promise<void> {
    const result = await this.#run(['versionlock', command, ...names]);
    if (result.status === 0) return;
    if (/No such command/i.test(`${result.stdout}${result.stderr}`)) {
      raise(
        'package.no-versionlock',
        `${this.program} cannot hold ${names.join(', ')} without its versionlock plugin`,
        {
          hint: `install ${this.program === 'dnf' ? 'python3-dnf-plugin-versionlock' : 'yum-plugin-versionlock'} before the package`,
        },
      );
    }
    throw this.#toError(`versionlock ${command}`, result);
  }

  #run(args: readonly string[]): Promise<CommandResult> {
    let rest = '';
    return this.session.host.run({
      argv: [this.program, ...args],
      timeout: TRANSACTION_TIMEOUT,
      detaches: true,
      signal: this.session.signal,
      onOutput: (piece) => {
        const lines = (rest + piece).split(/[\r\n]/);
        rest = lines.pop() ?? '';
        for (const text of lines.map(parseProgress)) if (text !== undefined) this.session.progress(text);
      },
    });
  }

  #toRefused(subjects: readonly PackageSubject[], unknown: ReadonlySet<string>): readonly RefusedPackage[] {
    return subjects
      .filter((subject) => isOneOf(subject, unknown))
      .map((subject) => ({ subject, why: this.#createUnknownProblem(subject) }));
  }

  #createUnknownProblem({ desired }: PackageSubject): Diagnostic {
    const version = desired.ensure === 'present' || desired.ensure === 'latest' ? '' : ` ${desired.ensure}`;
    return problem('package.unknown', `${this.program} has no package '${desired.name}'${version}`, {
      hint: 'check its name and version, and that its repository is in /etc/yum.repos.d and enabled',
    });
  }

  #toError(command: string, result: CommandResult): GlanceApplyError {
    const what = `${this.program} ${command}`;
    const exit = describeExit(this.program, result);
    if (result.failure !== undefined) {
      return new GlanceApplyError(problem('dnf.missing', `${what} ${exit}`));
    }
    const output = result.timedOut ? '' : extractFailure(result.stderr || result.stdout);
    const message = output === '' ? `${what} ${exit}` : `${what} failed: ${output}`;
    return new GlanceApplyError(problem('dnf.failed', message));
  }
}

function toOptions({ desired }: PackageSubject): string[] {
  return toArguments(isToBeRemoved(desired) ? desired.uninstall_options : desired.install_options);
}

function isOneOf({ desired }: PackageSubject, names: ReadonlySet<string>): boolean {
  return (
    names.has(desired.name) ||
    names.has(`${desired.name}-${desired.ensure}`) ||
    names.has(desired.source ?? '')
  );
}

/** Returns the subjects that are not among the refused packages. */
export function excludeRefused(
  subjects: readonly PackageSubject[],
  refused: readonly RefusedPackage[],
): readonly PackageSubject[] {
  return subjects.filter((subject) => !refused.some((one) => one.subject === subject));
}
