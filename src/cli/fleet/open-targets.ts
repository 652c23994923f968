import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { FleetHost, FleetInventory } from '../../fleet/fleet-host.js';
import { type InventoryHost, readInventory, selectHosts } from '../../fleet/inventory/index.js';
import { Secret } from '../../secrets/secret.js';
import type { Io } from '../io.js';
import { refuseUntrustedData, toTrust } from '../trust.js';
import type { HostOptions } from './host-options.js';

/** A host that a command works on: one of an inventory, or one that the command line names. */
export type Target = InventoryHost | (FleetHost & { readonly variables?: undefined });

/** The hosts that a command works on. */
export interface Targets {
  readonly inventory: FleetInventory<Target>;
  /** The names of the hosts that `--limit` selects; undefined without the option. */
  readonly limit: ReadonlySet<string> | undefined;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Finds the hosts that the options name.
 * @param manifest The path of the manifest, whose `group_vars` and `host_vars` are read; undefined without one.
 */
export async function openTargets(
  options: HostOptions & { readonly 'trust-manifest': boolean },
  io: Io,
  manifest: string | undefined,
): Promise<Targets> {
  const { inventory: sources, host: names } = options;
  if (names.length > 0) {
    if (sources.length > 0) {
      raise('usage.option', '--host names hosts without an inventory', {
        hint: 'to select hosts of the inventory, use --limit',
      });
    }
    if (options.limit !== undefined)
      raise('usage.option', '--limit selects hosts of an inventory, and there is none', {
        hint: 'add --inventory FILE, or name only the hosts that are meant',
      });
    const hosts = names.map((name): [string, Target] => [name, { name, groups: [] }]);
    return { inventory: { hosts: new Map(hosts) }, limit: undefined, warnings: [] };
  }
  const inventory = await readInventory(
    sources.map((source) => (source.includes(',') ? source : resolve(io.directory, source))),
    {
      trust: toTrust(options),
      programs: options['inventory-programs'] ? 'execute' : 'refuse',
      vaultPasswords: await readVaultPasswords(options, io),
      ...(manifest === undefined ? {} : { manifestFolder: dirname(resolve(io.directory, manifest)) }),
    },
  );
  const limit = options.limit === undefined ? undefined : selectHosts(inventory, options.limit);
  // The implicit localhost is no host of the inventory, and can only be selected by its name.
  const added = (limit ?? []).filter(({ name }) => !inventory.hosts.has(name));
  const hosts = new Map([...inventory.hosts, ...added.map((one) => [one.name, one] as const)]);
  if (hosts.size === 0) raise('inventory.no-match', `the inventory ${sources.join(', ')} contains no host`);
  return {
    inventory: { hosts, groups: inventory.groups },
    limit: limit && new Set(limit.map(({ name }) => name)),
    warnings: inventory.warnings,
  };
}

async function readVaultPasswords(
  options: HostOptions & { readonly 'trust-manifest': boolean },
  io: Io,
): Promise<Secret<string>[]> {
  const files = options['vault-password-file'].map((file) => resolve(io.directory, file));
  if (files.length > 0) await refuseUntrustedData(files, toTrust(options));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
        raise('inventory.unreadable', `cannot read the vault password in ${file}: ${error.code}`),
      );
      return new Secret(text.trim());
    }),
  );
}
