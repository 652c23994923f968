import type { Facts } from '../data/facts.js';
import { type Call, textOption } from './command.js';
import { readFacts } from './read-facts.js';

/** The facts of the machine that a call names with `--facts`, else of this one. */
export async function factsOf(call: Call): Promise<Facts> {
  const file = textOption(call, 'facts');
  if (file !== undefined) return readFacts(file);
  // Loaded where it is needed: what only reads data for another machine starts sooner without it.
  const { LocalHost } = await import('../hosts/local/local-host.js');
  const host = new LocalHost();
  try {
    return await host.facts();
  } finally {
    await host.close();
  }
}
