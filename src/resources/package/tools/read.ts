import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { type DesiredPackage, isToBeRemoved, type PackageSubject } from '../attributes.js';
import { isInSync, observePackage, selectVersion } from '../observe-package.js';
import { type InstalledVersions, Tool, type ToolDefinition } from './tool.js';

/** The attributes that the command line of a tool would expose in the list of processes. */
const visibleAttributes = ['source', 'install_options', 'uninstall_options'] as const;

/** Reads the states of packages, and predicts in a plan which installations would fail. */
export async function readPackages(
  definition: ToolDefinition,
  session: Session,
  subjects: readonly PackageSubject[],
): Promise<ReadonlyMap<string, State | Unreadable>> {
  const states = new Map<string, State | Unreadable>();
  for (const subject of subjects) {
    const exposed = visibleAttributes.find((name) => subject.secrets.has(name));
    if (exposed !== undefined) {
      const reason = `${exposed} is a secret, which the list of processes would show: put it into the tool's own configuration (pip.conf or .netrc, .npmrc, .gemrc)`;
      states.set(subject.title, new Unreadable(reason));
      continue;
    }
    const tool = createTool(definition, session, subject);
    const installed = await session.once(`packages of ${tool.programs.join(' ')}`, () =>
      readInstalled(definition, tool),
    );
    const state = await observeInstalled(definition, tool, subject, installed);
    states.set(
      subject.title,
      session.planning ? await predictFailure(definition, tool, subject, state) : state,
    );
  }
  return states;
}

/** Reads the current state of one package. */
export async function readPackage(
  definition: ToolDefinition,
  tool: Tool,
  subject: PackageSubject,
): Promise<State | Unreadable> {
  return observeInstalled(definition, tool, subject, await readInstalled(definition, tool));
}

/** Creates the tool of a package: the one that it declares, or the first that the host has. */
export function createTool(
  { programs, environment }: ToolDefinition,
  session: Session,
  { desired }: PackageSubject,
): Tool {
  return new Tool(session, desired.command === undefined ? programs : [desired.command], environment);
}

/** Returns whether a package is in its desired state; these tools have no holds. */
export function isInstalled(desired: DesiredPackage, state: State): boolean {
  return isInSync({ ...desired, mark: undefined }, state);
}

async function observeInstalled(
  definition: ToolDefinition,
  tool: Tool,
  subject: PackageSubject,
  installed: InstalledVersions | Unreadable,
): Promise<State | Unreadable> {
  if (installed instanceof Unreadable) return installed;
  const { compare, toKey = (name: string) => name } = definition;
  const { desired } = subject;
  const versions = installed.get(toKey(desired.name)) ?? [];
  const isDesired = (version: string) => definition.satisfies(version, desired.ensure);
  let version = selectVersion(versions, compare, isDesired);
  let newest: string | undefined;
  if (version !== undefined && desired.ensure === 'latest') {
    const found = await definition.findNewest(tool, subject);
    if ('reason' in found) return new Unreadable(found.reason);
    newest = found.version;
    version = versions.find((one) => compare(one, found.version) === 0) ?? version;
    if (compare(version, newest) === 0) newest = version;
  }
  const isDesiredRevision =
    version !== undefined && !isDesired(version) && (await definition.isRevision?.(tool, subject)) === true;
  const { ensure } = observePackage(desired, version === undefined ? undefined : { version }, {
    satisfies: (one) => isDesiredRevision || isDesired(one),
    newest,
  });
  return { ensure };
}

/** Returns the failure that an apply would find when it installs: the tool has no such package. */
async function predictFailure(
  definition: ToolDefinition,
  tool: Tool,
  subject: PackageSubject,
  state: State | Unreadable,
): Promise<State | Unreadable> {
  const { desired } = subject;
  if (state instanceof Unreadable || isToBeRemoved(desired) || isInstalled(desired, state)) return state;
  // The newest version that the tool has was found when the state was read.
  if (desired.ensure === 'latest' && state.ensure !== 'absent') return state;
  const reason = await definition.explainUnavailable(tool, subject);
  return reason === undefined ? state : Unreadable.blocked(reason, state);
}

async function readInstalled(
  definition: ToolDefinition,
  tool: Tool,
): Promise<InstalledVersions | Unreadable> {
  const { listArguments, remedy } = definition;
  const result = await tool.run(listArguments);
  if (result.failure !== undefined) {
    const programs = tool.programs.join(' or ');
    return new Unreadable(
      `${programs} is not installed on ${tool.session.host.name} (${result.failure}): ${remedy}`,
    );
  }
  try {
    return definition.parseList(result.stdout);
  } catch {
    const output = result.stderr.trim().split('\n').slice(-3).join('\n');
    const command = `${tool.programs[0]} ${listArguments.join(' ')}`;
    return new Unreadable(`the output of ${command} is not valid${output && `: ${output}`}`);
  }
}
