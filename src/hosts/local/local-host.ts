import type { Facts } from '../../data/facts.js';
import type { Command, CommandResult } from '../command.js';
import { gatherFacts } from '../facts/gather-facts.js';
import type { Holding } from '../holding.js';
import type { Host } from '../host.js';
import { holdCommand } from './hold-command.js';
import { LocalFiles } from './local-files.js';
import { localMachine } from './local-machine.js';
import { LocalNetwork } from './local-network.js';
import { runCommand } from './run-command.js';

/** This machine. */
export class LocalHost implements Host {
  readonly name = 'localhost';
  readonly files = new LocalFiles();
  readonly network = new LocalNetwork();
  #facts: Promise<Facts> | undefined;

  facts(): Promise<Facts> {
    this.#facts ??= gatherFacts(this.files, localMachine());
    return this.#facts;
  }

  run(command: Command): Promise<CommandResult> {
    return runCommand(this, command);
  }

  hold(argv: Command['argv'], input: string): Promise<Holding> {
    return holdCommand(this, argv, input);
  }

  async close(): Promise<void> {
    this.#facts = undefined;
  }
}

/** This machine, with the rights of this process. */
export function localHost(): LocalHost {
  return new LocalHost();
}
