import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError, raise } from '../../../errors/glance-apply-error.js';
import type { CommandResult } from '../../../hosts/command.js';
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

/** The program that changes packages; both take the same commands. */
export type DnfProgram = 'dnf' | 'yum';

/** Seconds that a transaction may take. */
const TRANSACTION_TIMEOUT = 2 * 60 * 60;

/** Where the versionlock plugin keeps its list: dnf's, yum's. */
const lockLists = {
  dnf: { plugin: '/etc/dnf/plugins/versionlock.conf', list: '/etc/dnf/plugins/versionlock.list' },
  yum: { plugin: '/etc/yum/pluginconf.d/versionlock.conf', list: '/etc/yum/pluginconf.d/versionlock.list' },
} as const;

/** A package that cannot be had, and why. */
export interface RefusedPackage {
  readonly subject: PackageSubject;
  readonly why: Diagnostic;
}

/** dnf or yum on one host, in one run. */
export class Dnf {
  constructor(
    readonly program: DnfProgram,
    readonly session: Session,
  ) {}

  /** The packages that are locked to a version; undefined where the plugin for it is not installed. */
  async readLocks(): Promise<ReadonlySet<string> | undefined> {
    const { plugin, list } = lockLists[this.program];
    const [settings, locked] = await this.session.host.files.read([plugin, list]);
    if (!Buffer.isBuffer(settings) && !Buffer.isBuffer(locked)) return undefined;
    return parseVersionLocks(Buffer.isBuffer(locked) ? locked.toString() : '');
  }

  /** The versions that an upgrade of some packages would bring. */
  async listUpdates(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const result = await this.#run(['-q', 'check-update', '--', ...new Set(names)]);
    // 100 says that there are updates.
    if (result.status !== 0 && result.status !== 100) throw this.#toError('check-update', result);
    return parseUpdates(result.stdout);
  }

  /** All versions of some packages that the repositories have; nothing of those that they do not know. */
  async listVersions(names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const result = await this.#run(['-q', 'list', '--showduplicates', '--', ...new Set(names)]);
    const said = `${result.stdout}\n${result.stderr}`;
    const findUnknown = result.status === 1 && /No match for argument|No matching Packages/i.test(said);
    if (result.status !== 0 && !findUnknown) throw this.#toError('list', result);
    return parseVersions(result.stdout);
  }

  /**
   * Makes a plan come true, without the packages that no repository has: those are given back.
   * @throws GlanceApplyError with what the program said
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

  /** The packages of a plan that no repository has, found out without changing anything. */
  async unknown(subjects: readonly PackageSubject[], plan: RpmPlan): Promise<readonly RefusedPackage[]> {
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

  /** Installs a package anew, in the version that it has. */
  async reinstall(subject: PackageSubject): Promise<void> {
    const target = subject.wanted.source ?? subject.wanted.name;
    const result = await this.#run(['-y', 'reinstall', ...toOptions(subject), '--', target]);
    if (result.status !== 0) throw this.#toError('reinstall', result);
  }

  /** Runs one command for all its packages; where some are unknown, once more for the others. */
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
        `${this.program} cannot hold ${names.join(', ')}: its versionlock plugin is not there`,
        {
          hint: `install ${this.program === 'dnf' ? 'python3-dnf-plugin-versionlock' : 'yum-plugin-versionlock'} before it`,
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

  #createUnknownProblem({ wanted }: PackageSubject): Diagnostic {
    const version = wanted.ensure === 'present' || wanted.ensure === 'latest' ? '' : ` ${wanted.ensure}`;
    return problem('package.unknown', `${this.program} knows no package '${wanted.name}'${version}`, {
      hint: 'check its name and version; is its repository in /etc/yum.repos.d, and enabled?',
    });
  }

  #toError(command: string, result: CommandResult): GlanceApplyError {
    const what = `${this.program} ${command}`;
    if (result.failure !== undefined) {
      return new GlanceApplyError(problem('dnf.missing', `${what} could not be run: ${result.failure}`));
    }
    const why = result.timedOut
      ? 'it took too long'
      : extractFailure(result.stderr || result.stdout) ||
        `it ended with status ${result.status ?? result.signal}`;
    return new GlanceApplyError(problem('dnf.failed', `${what} failed: ${why}`));
  }
}

function toOptions({ wanted }: PackageSubject): string[] {
  return toArguments(isToBeRemoved(wanted) ? wanted.uninstall_options : wanted.install_options);
}

function isOneOf({ wanted }: PackageSubject, names: ReadonlySet<string>): boolean {
  return (
    names.has(wanted.name) || names.has(`${wanted.name}-${wanted.ensure}`) || names.has(wanted.source ?? '')
  );
}
