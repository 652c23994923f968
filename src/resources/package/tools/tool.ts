import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { CommandResult } from '../../../hosts/command.js';
import type { PackageSubject } from '../attributes.js';

/** Seconds that an installation may take: sources are compiled. */
const TIMEOUT = 60 * 60;

/** How many lines of a failed command are shown. */
const SHOWN = 20;

/** A program that has packages of its own, as a host has it. */
export class Tool {
  constructor(
    readonly session: Session,
    /** The first of these that is there is run. */
    readonly programs: readonly string[],
    readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  /** Runs it to its end, whatever that is. A program that is not there has the failure ENOENT. */
  async run(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<CommandResult> {
    let result: CommandResult | undefined;
    for (const program of this.programs) {
      result = await this.session.host.run({
        argv: [program, ...args],
        environment: { ...this.environment, ...environment },
        timeout: TIMEOUT,
        signal: this.session.signal,
      });
      if (result.failure === undefined) break;
    }
    if (result === undefined) throw new TypeError('a tool has a program');
    return result;
  }
}

/** What a manager says of a host's packages, by the name as the manager compares it. */
export type InstalledVersions = ReadonlyMap<string, readonly string[]>;

/** What one kind of packages is, beside what all such kinds have in common. */
export interface ToolDefinition {
  readonly programs: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Which package of the system brings it. */
  readonly remedy: string;
  /** Names that are the same are the same after it. @default the name itself */
  readonly toKey?: (name: string) => string;
  readonly listArguments: readonly string[];
  parseList(output: string): InstalledVersions;
  satisfies(version: string, wanted: string): boolean;
  compare(one: string, other: string): number;
  /** The newest version on offer; a text in `reason` where it cannot be found out. */
  findNewest(
    tool: Tool,
    subject: PackageSubject,
  ): Promise<{ readonly version: string } | { readonly reason: string }>;
  /** Why the tool has nothing that it could install; undefined where it has, and of packages with a file of their own. */
  explainUnavailable(tool: Tool, subject: PackageSubject): Promise<string | undefined>;
  /** Whether what is installed is the revision of its source that is wanted, where that is no version. */
  readonly isRevision?: (tool: Tool, subject: PackageSubject) => Promise<boolean>;
  toInstallArguments(subject: PackageSubject): readonly string[];
  toRemoveArguments(subject: PackageSubject): readonly string[];
  /** What to do about a failure, from what was said. */
  readonly suggestRemedy?: (output: string) => string | undefined;
}

/** Whether a command of a tool has failed: gem may end with 0 and an error. */
export function hasFailed({ status, stdout, stderr }: CommandResult): boolean {
  return status !== 0 || /^ERROR:/m.test(stdout + stderr);
}

/** The end of what a command of a tool has said. */
export function lastLines({ stdout, stderr }: CommandResult): string {
  return `${stdout}\n${stderr}`.trim().split('\n').slice(-3).join('\n');
}

/** The error that a failed command of a tool is, in its own words. */
export function toToolError(packages: ToolDefinition, what: string, result: CommandResult): GlanceApplyError {
  const said = `${result.stdout}\n${result.stderr}`;
  const lines = said
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '' && !/A complete log of this run|^npm (?:ERR!|error)\s*$/.test(line));
  const why = result.timedOut
    ? 'it took too long'
    : lines.slice(-SHOWN).join('\n') || `it ended with status ${result.status ?? result.signal}`;
  return new GlanceApplyError(
    problem('package.tool-failed', `${what} failed: ${why}`, { hint: packages.suggestRemedy?.(said) }),
  );
}
