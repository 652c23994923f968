import type { Facts } from '../../data/facts.js';
import { printableJson } from '../../views/index.js';
import { exitStatus } from '../exit-status.js';
import type { Io } from '../io.js';
import { reportFailure } from '../report-failure.js';
import { reportWarnings } from '../report-warnings.js';
import { withHost } from '../with-host.js';
import { askBecomePassword, questionsAtTerminal } from './ask.js';
import { Connections } from './connections.js';
import { type HostOptions, namesHosts, refuseFleetOptions } from './host-options.js';
import { openTargets } from './open-targets.js';
import { withInventoryFact } from './with-inventory-fact.js';

type FactsOptions = HostOptions & {
  readonly format: 'json' | 'yaml' | undefined;
  readonly 'trust-manifest': boolean;
};

/** Prints the facts of this machine, or of the hosts that the options name. */
export async function factsOf(options: FactsOptions, io: Io): Promise<number> {
  if (!namesHosts(options)) {
    refuseFleetOptions(options);
    io.stdout.write(await format(await withHost(io, (host) => host.facts()), options.format));
    return exitStatus.ok;
  }
  const { inventory, limit, warnings } = await openTargets(options, io, undefined);
  reportWarnings(warnings, io);
  const selected = [...inventory.hosts.values()].filter(({ name }) => limit?.has(name) ?? true);
  const targets = new Map(selected.map((target) => [target.name, target]));
  const connections = new Connections(targets, {
    options,
    io,
    ask: questionsAtTerminal(() => {}),
    becomePassword: askBecomePassword(options, () => {}),
    signal: new AbortController().signal,
    warn: (_host, diagnostic) => reportWarnings([diagnostic], io),
  });
  try {
    const read = await Promise.all(
      selected.map(async (target): Promise<[string, Facts] | undefined> => {
        try {
          const host = await connections.open(target.name);
          return [target.name, withInventoryFact(await host.facts(), target)];
        } catch (error) {
          reportFailure(error, io);
          return undefined;
        }
      }),
    );
    const found = read.filter((one) => one !== undefined);
    io.stdout.write(await format(Object.fromEntries(found), options.format));
    return found.length === selected.length ? exitStatus.ok : exitStatus.failed;
  } finally {
    await connections.close();
  }
}

async function format(value: unknown, as: 'json' | 'yaml' = 'json'): Promise<string> {
  if (as === 'json') return `${printableJson(value, 2)}\n`;
  const { stringify } = await import('yaml');
  return stringify(value);
}
