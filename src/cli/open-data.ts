import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../data/facts.js';
import type { Hierarchy } from '../data/hierarchy/index.js';
import type { Io } from './io.js';
import type { DataOptions } from './options.js';
import { refuseUntrustedData, toTrust } from './trust.js';

/** Opens the data that `--data` names; undefined if the option was not given. */
export async function openData(options: DataOptions, facts: Facts, io: Io): Promise<Hierarchy | undefined> {
  return options.data === undefined ? undefined : open(options.data, options, facts, io);
}

/** Opens the data that `--data` names, or else that of the working directory: its hiera.yaml, or its directory `data`. */
export async function openDefaultData(options: DataOptions, facts: Facts, io: Io): Promise<Hierarchy> {
  const config = join(io.directory, 'hiera.yaml');
  const path = options.data ?? (existsSync(config) ? config : join(io.directory, 'data'));
  return open(path, options, facts, io);
}

async function open(path: string, options: DataOptions, facts: Facts, io: Io): Promise<Hierarchy> {
  const { openHierarchy } = await import('../data/hierarchy/index.js');
  const { 'hiera-config': global, identity } = options;
  const data = await openHierarchy(path, {
    facts,
    processEnvironment: io.environment,
    ...(global === undefined ? {} : { global }),
    ...(identity === undefined ? {} : { identity }),
  });
  await refuseUntrustedData(data.files(), toTrust(options));
  return data;
}
