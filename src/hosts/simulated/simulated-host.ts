import type { Facts } from '../../data/facts.js';
import { reveal } from '../../secrets/secret.js';
import type { Command, CommandResult } from '../command.js';
import type { Host } from '../host.js';
import type { LockConflict, RunLock } from '../run-lock.js';
import { SimulatedFiles } from './simulated-files.js';
import { SimulatedNetwork } from './simulated-network.js';

/** The result of a simulated program: a string is its output, with the status 0. */
export type ProgramAnswer = string | Partial<CommandResult>;

/** A program of a simulated host. */
export type SimulatedProgram = (
  command: Command,
  host: SimulatedHost,
) => ProgramAnswer | Promise<ProgramAnswer>;

/** The initial state of a simulated host. */
export interface SimulatedHostOptions {
  /** @default 'simulated' */
  readonly name?: string;
  /** @default none */
  readonly facts?: Facts;
  /** Contents by path; parent directories are created. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** Programs by the name with which they are called. */
  readonly programs?: Readonly<Record<string, SimulatedProgram>>;
}

/** A machine in memory, for specs: its files, its programs, and its faults. */
export class SimulatedHost implements Host {
  readonly name: string;
  readonly files = new SimulatedFiles();
  readonly network = new SimulatedNetwork();
  /** All commands that were run, in order. */
  readonly commands: Command[] = [];
  readonly #facts: Facts;
  readonly #programs = new Map<string, SimulatedProgram>();
  #heldBy: string | undefined;
  /** Removes the lock from the run that holds it, as a broken connection does. */
  loseLock: (reason: string) => void = () => {};

  constructor({ name = 'simulated', facts = {}, files = {}, programs = {} }: SimulatedHostOptions = {}) {
    this.name = name;
    this.#facts = facts;
    for (const [path, content] of Object.entries(files)) this.files.put(path, content);
    for (const [program, answer] of Object.entries(programs)) this.install(program, answer);
  }

  /** Adds or replaces a program. */
  install(name: string, program: SimulatedProgram): void {
    this.#programs.set(name, program);
  }

  async facts(): Promise<Facts> {
    return this.#facts;
  }

  async run(command: Command): Promise<CommandResult> {
    const blank: CommandResult = { status: null, signal: null, stdout: '', stderr: '', timedOut: false };
    if (command.signal?.aborted === true) return { ...blank, failure: 'ABORT_ERR' };
    this.commands.push(command);
    const program = this.#programs.get(command.argv[0]);
    if (program === undefined) return { ...blank, failure: 'ENOENT' };
    const answer = await program(command, this);
    const result = { ...blank, status: 0, ...(typeof answer === 'string' ? { stdout: answer } : answer) };
    if (result.stdout !== '') command.onOutput?.(result.stdout);
    if (result.stderr !== '') command.onOutput?.(result.stderr);
    return result;
  }

  async lock(owner: string): Promise<RunLock | LockConflict> {
    if (this.#heldBy !== undefined) return { heldBy: this.#heldBy };
    this.#heldBy = owner;
    const lost = new AbortController();
    this.loseLock = (reason) => lost.abort(new Error(reason));
    return {
      lost: lost.signal,
      release: async () => {
        this.#heldBy = undefined;
      },
    };
  }

  async holder(): Promise<string | undefined> {
    return this.#heldBy;
  }

  async close(): Promise<void> {}
}

/** Returns the input of a command as a string, for programs that read it. */
export function inputOf(command: Command): string {
  return String(reveal<string | Buffer>(command.input ?? ''));
}
