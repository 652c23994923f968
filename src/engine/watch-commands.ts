import type { Host } from '../hosts/host.js';

/**
 * Wraps a host and calls back for each command that was killed or timed out: what such a command has requested of a
 * service may still happen.
 */
export function watchCommands(host: Host, onCutOff: () => void): Host {
  return {
    name: host.name,
    files: host.files,
    network: host.network,
    facts: () => host.facts(),
    run: async (command) => {
      const result = await host.run(command);
      if (result.timedOut || result.signal !== null || command.signal?.aborted === true) onCutOff();
      return result;
    },
    lock: (owner) => host.lock(owner),
    holder: () => host.holder(),
    close: () => host.close(),
  };
}
