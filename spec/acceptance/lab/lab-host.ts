import type { ChildProcess } from 'node:child_process';
import { type CommandOptions, command, must, type Output } from './command.js';

/** A host of the lab: a real Debian 12, bare, that forgets everything when it stops. */
export class LabHost {
  private stopped: Promise<void> | undefined;

  constructor(
    /** How a command is run in it: what stands before the command's own words. */
    private readonly enter: readonly string[],
    private readonly environment: Readonly<Record<string, string>>,
    /** Its root directory as this machine sees it. */
    readonly root: string,
    private readonly end: () => Promise<void>,
  ) {}

  /** Runs a program in it, as root, to its end. */
  run(argv: readonly string[], options: CommandOptions = {}): Promise<Output> {
    const { directory = '/root', environment = {}, ...rest } = options;
    return command([...this.enter, ...this.words(argv, directory, environment)], rest);
  }

  /** Runs a program in it that must succeed; gives its standard output. */
  must(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
    const { directory = '/root', environment = {}, ...rest } = options;
    return must([...this.enter, ...this.words(argv, directory, environment)], rest);
  }

  /** The whole command line that runs a program in it, for a spec that starts it itself. */
  line(argv: readonly string[]): string[] {
    return [...this.enter, ...this.words(argv, '/root', {})];
  }

  /** Stops it, and with it everything that it did; once. */
  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  // The directory is entered inside: one of outside need not exist there.
  private words(
    argv: readonly string[],
    directory: string,
    environment: Readonly<Record<string, string>>,
  ): string[] {
    const variables = Object.entries({ ...this.environment, ...environment }).map(
      ([name, value]) => `${name}=${value}`,
    );
    return ['env', '-i', ...variables, 'sh', '-c', 'cd "$0" && exec "$@"', directory, ...argv];
  }
}

/** Before a program that must not outlive the specs, however they end. */
export const mortal = ['--pdeathsig', 'KILL', '--'];

/** Waits until a process has ended. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}
