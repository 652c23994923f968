import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PuppetCatalog } from '../../src/catalog/puppet-format/index.js';
import type { Facts } from '../../src/data/facts.js';

/** A node, and what makes it one. */
export interface ParityNode {
  readonly name: string;
  readonly release: string;
  /** The facts that it was compiled with, by name. */
  readonly platform: string;
  readonly classes: Readonly<Record<string, unknown>>;
  readonly resources_declared: Readonly<Record<string, unknown>>;
}

/** A node, and the catalog that Puppet 7.23 compiled for it. */
export interface ParityCase extends ParityNode {
  readonly catalog: Pick<PuppetCatalog, 'resources' | 'edges'>;
}

/** A node that Puppet refuses, and why. */
export interface RefusedCase extends ParityNode {
  readonly puppet_says: string;
}

const fixtures = new URL('./fixtures/', import.meta.url);

function read(name: string): unknown {
  const content = readFileSync(new URL(name, fixtures));
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8'));
}

export function casesOf(release: 'newton' | 'zed'): readonly ParityCase[] {
  return read(`${release}.json.gz`) as readonly ParityCase[];
}

export function refusedCases(): readonly RefusedCase[] {
  return read('errors.json') as readonly RefusedCase[];
}

export function factsOf(platform: string): Facts {
  return (read('facts.json') as Readonly<Record<string, Facts>>)[platform] ?? {};
}
