import type { Facts } from '../data/facts.js';
import type { Host } from '../hosts/host.js';
import type { OptionValues } from './option-spec.js';
import type { factsOption, trustOption } from './options.js';
import { readFacts } from './read-facts.js';
import { refuseUntrustedData, toTrust } from './trust.js';

/**
 * Returns the facts in the file that `--facts` names, or else those of this host.
 * @param here This host, if it is open already.
 */
export async function resolveFacts(
  options: OptionValues<typeof factsOption & typeof trustOption>,
  here?: Host,
): Promise<Facts> {
  const { facts: file } = options;
  if (file !== undefined) {
    await refuseUntrustedData([file], toTrust(options));
    return readFacts(file);
  }
  if (here !== undefined) return here.facts();
  // Loaded on demand: a command that only reads data for another host starts faster without it.
  const { withHost } = await import('./with-host.js');
  return withHost({}, (host) => host.facts());
}
