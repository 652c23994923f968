import type { Host } from '../hosts/host.js';

/**
 * A host that tells of commands which were ended before their own end. What such a command asked a service for may
 * still be under way.
 */
export function watchedHost(host: Host, onEnded: () => void): Host {
  return {
    name: host.name,
    files: host.files,
    network: host.network,
    facts: () => host.facts(),
    run: async (command) => {
      const result = await host.run(command);
      if (result.timedOut || result.signal !== null || command.signal?.aborted === true) onEnded();
      return result;
    },
    lock: (owner) => host.lock(owner),
    holder: () => host.holder(),
    close: () => host.close(),
  };
}
