import type { Facts } from '../../data/facts.js';
import { reveal } from '../../secrets/secret.js';
import type { Command, CommandResult } from '../command.js';
import type { Holding } from '../holding.js';
import type { Host } from '../host.js';
import { SimulatedFiles } from './simulated-files.js';
import { SimulatedNetwork } from './simulated-network.js';

/** What a simulated program answers: a text is its output, and all is well unless it says otherwise. */
export type Answer = string | Partial<CommandResult>;

/** A program of a simulated host. */
export type Program = (command: Command, host: SimulatedHost) => Answer | Promise<Answer>;

/** What a simulated host has when it begins. */
export interface Beginning {
  /** @default 'simulated' */
  readonly name?: string;
  /** @default none */
  readonly facts?: Facts;
  /** Contents by path; the directories above them are made. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** Programs by the name with which they are called. */
  readonly programs?: Readonly<Record<string, Program>>;
}

/** A machine in memory, for specs: its files, its programs, and what goes wrong on it. */
export class SimulatedHost implements Host {
  readonly name: string;
  readonly files = new SimulatedFiles();
  readonly network = new SimulatedNetwork();
  /** Every command that was run, in order. */
  readonly commands: Command[] = [];
  readonly #facts: Facts;
  readonly #programs = new Map<string, Program>();
  readonly #locks = new Set<string>();

  constructor({ name = 'simulated', facts = {}, files = {}, programs = {} }: Beginning = {}) {
    this.name = name;
    this.#facts = facts;
    for (const [path, content] of Object.entries(files)) this.files.put(path, content);
    for (const [program, answer] of Object.entries(programs)) this.install(program, answer);
  }

  /** Puts a program there, or another in its place. */
  install(name: string, program: Program): void {
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

  /** `flock` is there on every machine; other programs answer as they do when they are run. */
  async hold(argv: Command['argv'], input: string): Promise<Holding> {
    if (argv[0] === 'flock') return this.#lock(argv, input);
    const result = await this.run({ argv, input });
    if (result.stdout === '') return { line: undefined, result, release: async () => undefined };
    return { line: result.stdout.split('\n')[0], result: undefined, release: async () => undefined };
  }

  async close(): Promise<void> {}

  /** `flock --nonblock --conflict-exit-code STATUS PATH tee PATH`, and nothing else of it. */
  async #lock([, , , status, path = '']: readonly string[], input: string): Promise<Holding> {
    if (this.#locks.has(path)) {
      const result = { status: Number(status), signal: null, stdout: '', stderr: '', timedOut: false };
      return { line: undefined, result, release: async () => undefined };
    }
    this.#locks.add(path);
    await this.files.write(path, input);
    const release = async () => {
      this.#locks.delete(path);
    };
    return { line: input.split('\n')[0], result: undefined, release };
  }
}

/** The input of a command as text, for programs that read it. */
export function inputOf(command: Command): string {
  return String(reveal<string | Buffer>(command.input ?? ''));
}
