import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { CommandResult } from '../../../hosts/command.js';
import { describeExit } from '../../tools/command-result.js';
import type { PackageSubject } from '../attributes.js';

/** Seconds for one installation: sources are compiled. */
const TIMEOUT = 60 * 60;

/** The number of lines that the error of a failed command quotes. */
const QUOTED_LINES = 20;

/** The package manager of a language on a host. */
export class Tool {
  constructor(
    readonly session: Session,
    /** The first of these that exists is run. */
    readonly programs: readonly string[],
    readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  /** Runs it, and returns its result even if it fails. If the program does not exist, the failure is ENOENT. */
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
    if (result === undefined) throw new TypeError('a tool must have a program');
    return result;
  }
}

/** The installed versions by package, with the names as the tool compares them. */
export type InstalledVersions = ReadonlyMap<string, readonly string[]>;

/** How one tool lists, installs and removes packages. */
export interface ToolDefinition {
  readonly programs: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** How to install the tool. */
  readonly remedy: string;
  /** Returns the form in which names are compared. @default the name itself */
  readonly toKey?: (name: string) => string;
  readonly listArguments: readonly string[];
  parseList(output: string): InstalledVersions;
  satisfies(version: string, desired: string): boolean;
  compare(one: string, other: string): number;
  /** Finds the newest available version, or the reason why it is not known. */
  findNewest(
    tool: Tool,
    subject: PackageSubject,
  ): Promise<{ readonly version: string } | { readonly reason: string }>;
  /** Returns why the tool could not install the package; undefined if it could, or if the package has its own file. */
  explainUnavailable(tool: Tool, subject: PackageSubject): Promise<string | undefined>;
  /** Returns whether the installed revision is the desired one, if `ensure` is not a version. */
  readonly isRevision?: (tool: Tool, subject: PackageSubject) => Promise<boolean>;
  toInstallArguments(subject: PackageSubject): readonly string[];
  toRemoveArguments(subject: PackageSubject): readonly string[];
  /** Returns a hint for the output of a failed command. */
  readonly suggestRemedy?: (output: string) => string | undefined;
}

/** Returns whether a command has failed: gem may print an error and end with status 0. */
export function hasFailed({ status, stdout, stderr }: CommandResult): boolean {
  return status !== 0 || /^ERROR:/m.test(stdout + stderr);
}

/** Returns the error of a failed command, with its output. */
export function toToolError(tool: ToolDefinition, what: string, result: CommandResult): GlanceApplyError {
  const output = `${result.stdout}\n${result.stderr}`;
  const lines = output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '' && !/A complete log of this run|^npm (?:ERR!|error)\s*$/.test(line));
  const message =
    result.timedOut || lines.length === 0
      ? `${what} ${describeExit(what, result)}`
      : `${what} failed: ${lines.slice(-QUOTED_LINES).join('\n')}`;
  return new GlanceApplyError(
    problem('package.tool-failed', message, { hint: tool.suggestRemedy?.(output) }),
  );
}
