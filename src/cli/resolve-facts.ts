import type { Facts } from '../data/facts.js';
import type { Host } from '../hosts/host.js';
import { type Call, textOption } from './command.js';
import { readFacts } from './read-facts.js';
import { refuseUntrustedData } from './refuse-untrusted-data.js';

/**
 * Returns the facts in the file that `--facts` names, or else those of this host.
 * @param here This host, if it is open already.
 */
export async function resolveFacts(call: Call, here?: Host): Promise<Facts> {
  const file = textOption(call, 'facts');
  if (file !== undefined) {
    await refuseUntrustedData(call, [file]);
    return readFacts(file);
  }
  if (here !== undefined) return here.facts();
  // Loaded on demand: a command that only reads data for another host starts faster without it.
  const { LocalHost } = await import('../hosts/local/local-host.js');
  const host = new LocalHost();
  try {
    return await host.facts();
  } finally {
    await host.close();
  }
}
