import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../data/facts.js';
import type { Hierarchy } from '../data/hierarchy/index.js';
import { type Call, textOption } from './command.js';
import { refuseUntrustedData } from './refuse-untrusted-data.js';

/** Opens the data that `--data` names; undefined if the option was not given. */
export async function openData(call: Call, facts: Facts): Promise<Hierarchy | undefined> {
  const path = textOption(call, 'data');
  return path === undefined ? undefined : open(path, call, facts);
}

/** Opens the data that `--data` names, or else that of the working directory: its hiera.yaml, or its directory `data`. */
export async function openDefaultData(call: Call, facts: Facts): Promise<Hierarchy> {
  const config = join(call.io.directory, 'hiera.yaml');
  return open(
    textOption(call, 'data') ?? (existsSync(config) ? config : join(call.io.directory, 'data')),
    call,
    facts,
  );
}

async function open(path: string, call: Call, facts: Facts): Promise<Hierarchy> {
  const { openHierarchy } = await import('../data/hierarchy/index.js');
  const global = textOption(call, 'hiera-config');
  const identity = textOption(call, 'identity');
  const data = await openHierarchy(path, {
    facts,
    processEnvironment: call.io.environment,
    ...(global === undefined ? {} : { global }),
    ...(identity === undefined ? {} : { identity }),
  });
  await refuseUntrustedData(call, data.files());
  return data;
}
