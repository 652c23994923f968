import { type Provider, type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { type attributes, type DesiredPackage, isToBeRemoved, type PackageSubject } from '../attributes.js';
import { isInSync, observePackage } from '../observe-package.js';
import { hasFailed, type InstalledVersions, Tool, type ToolDefinition, toToolError } from './tool.js';

/** Packages of a language, which its own tool lists, and installs one by one. */
export function createToolProvider(packages: ToolDefinition): Provider<typeof attributes> {
  const toolOf = (session: Session, { wanted }: PackageSubject) =>
    new Tool(
      session,
      wanted.command === undefined ? packages.programs : [wanted.command],
      packages.environment,
    );

  async function observeTool(
    tool: Tool,
    subject: PackageSubject,
    installed: InstalledVersions,
  ): Promise<State | Unreadable> {
    const { wanted } = subject;
    const key = packages.toKey ?? ((name: string) => name);
    const versions = [...(installed.get(key(wanted.name)) ?? [])].sort((one, other) =>
      packages.compare(other, one),
    );
    const satisfies = (version: string) => packages.satisfies(version, wanted.ensure);
    // Of several versions at once the one that is wanted counts, or else the newest.
    let version = versions.find(satisfies) ?? versions[0];
    let newest: string | undefined;
    if (version !== undefined && wanted.ensure === 'latest') {
      const found = await packages.findNewest(tool, subject);
      if ('reason' in found) return new Unreadable(found.reason);
      newest = found.version;
      version = versions.find((one) => packages.compare(one, found.version) === 0) ?? version;
      if (packages.compare(version, newest) === 0) newest = version;
    }
    const met =
      version !== undefined && !satisfies(version) && (await packages.isRevision?.(tool, subject)) === true;
    const { ensure } = observePackage(wanted, version === undefined ? undefined : { version }, {
      satisfies: (one) => met || packages.satisfies(one, wanted.ensure),
      newest,
    });
    return { ensure };
  }

  /** What an apply would find out when it installs: that the tool has no such package. */
  async function predictFailure(
    tool: Tool,
    subject: PackageSubject,
    state: State | Unreadable,
  ): Promise<State | Unreadable> {
    const { wanted } = subject;
    if (state instanceof Unreadable || isToBeRemoved(wanted) || isInstalled(wanted, state)) return state;
    // The newest version that the tool has was found when it was compared.
    if (wanted.ensure === 'latest' && state.ensure !== 'absent') return state;
    const why = await packages.explainUnavailable(tool, subject);
    return why === undefined ? state : Unreadable.unmakeable(why, state);
  }

  return {
    async read(session, subjects) {
      const states = new Map<string, State | Unreadable>();
      for (const subject of subjects) {
        const hidden = ['source', 'install_options', 'uninstall_options'].find((one) =>
          subject.secrets.has(one),
        );
        if (hidden !== undefined) {
          const reason = `${hidden} is a secret, which the list of processes would show: put it where the tool reads it (pip.conf or .netrc, .npmrc, .gemrc)`;
          states.set(subject.title, new Unreadable(reason));
          continue;
        }
        const tool = toolOf(session, subject);
        const installed = await session.once(`packages of ${tool.programs.join(' ')}`, () =>
          readInstalled(packages, tool),
        );
        const state =
          typeof installed === 'string'
            ? new Unreadable(installed)
            : await observeTool(tool, subject, installed);
        states.set(subject.title, session.planning ? await predictFailure(tool, subject, state) : state);
      }
      return states;
    },

    async change(session, subject) {
      const tool = toolOf(session, subject);
      const { wanted } = subject;
      const args = isToBeRemoved(wanted)
        ? packages.toRemoveArguments(subject)
        : packages.toInstallArguments(subject);
      session.progress(`${args[0]} ${wanted.name}`);
      const result = await tool.run(args);
      const what = `${tool.programs[0]} ${args[0]}`;
      if (hasFailed(result)) throw toToolError(packages, what, result);
      const installed = await readInstalled(packages, tool);
      const state =
        typeof installed === 'string'
          ? new Unreadable(installed)
          : await observeTool(tool, subject, installed);
      if (state instanceof Unreadable)
        throw new GlanceApplyError(problem('package.unreadable', state.reason));
      if (isInstalled(wanted, state)) return;
      const said = `${result.stdout}\n${result.stderr}`.trim().split('\n').at(-1);
      throw new GlanceApplyError(
        problem(
          'package.not-done',
          `${what} succeeded, yet ensure is '${state.ensure}'${said && `: ${said}`}`,
        ),
      );
    },

    concurrency: 1,
    // pip and pip3 may be one.
    locks: () => ['packages of languages'],
    disturbs: () => true,
  };
}

/** Whether a package is as wanted; a hold is nothing that these tools know. */
function isInstalled(wanted: DesiredPackage, state: State): boolean {
  return isInSync({ ...wanted, mark: undefined }, state);
}

/** What is installed. A text says why that cannot be read. */
async function readInstalled(packages: ToolDefinition, tool: Tool): Promise<InstalledVersions | string> {
  const result = await tool.run(packages.listArguments);
  const [program] = tool.programs;
  if (result.failure !== undefined) {
    const there = tool.programs.join(' or ');
    return `there is no ${there} on ${tool.session.host.name} (${result.failure}): ${packages.remedy}`;
  }
  try {
    return packages.parseList(result.stdout);
  } catch {
    const why = result.stderr.trim().split('\n').slice(-3).join('\n');
    return `${program} ${packages.listArguments.join(' ')} did not answer as it should${why && `: ${why}`}`;
  }
}
