import { fileURLToPath } from 'node:url';
import type { Catalog } from '../catalog/catalog.js';
import type { CompileOptions } from '../catalog/compilation.js';
import { compile as compileManifest } from '../catalog/compile.js';
import { isThenable } from '../catalog/is-thenable.js';
import { isManifest, type Manifest, manifest } from '../catalog/manifest.js';
import type { Scope } from '../catalog/scope.js';
import type { Facts } from '../data/facts.js';
import { openHierarchy } from '../data/hierarchy/index.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { compileFleet } from '../fleet/compile-fleet.js';
import { type Fleet, isFleet } from '../fleet/fleet.js';
import type { FleetCatalog } from '../fleet/fleet-catalog.js';
import { coverage } from './coverage.js';
import { mergeFacts } from './merge-facts.js';
import type { Platform } from './platforms/describe-platform.js';
import { type PlatformName, platform as platformOf } from './platforms/platforms.js';

/** The function that declares resources in a scope. */
export type Body = Manifest['body'];

/** The node that a spec compiles a manifest for. */
export interface NodeOptions extends Omit<CompileOptions, 'data'> {
  /** The platform: its name, or a value of `platforms`. @default 'debian-12' */
  readonly platform?: PlatformName | Platform;
  /** Facts that override those of the platform. Hashes are merged, other values are replaced. */
  readonly facts?: Facts;
  /** The node's full name: `controller.example.com`. @default the platform's */
  readonly node?: string;
  /**
   * Values for class parameters under `class::parameter`, and for lookups: a hash, a function, or the path of
   * hierarchical data (a directory or a hiera.yaml), which is read for this node. @default none
   */
  readonly data?: CompileOptions['data'] | string | URL;
  /** Declared before the manifest: resources that it requires. */
  readonly pre?: Body;
  /** Declared after the manifest. */
  readonly post?: Body;
}

/** What a spec compiles one host of a fleet for. */
export interface FleetHostOptions extends Omit<NodeOptions, 'pre' | 'post'> {
  /** The groups that it belongs to, besides `all`. @default none */
  readonly groups?: readonly string[];
  /** The variables of the inventory. @default none */
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The hosts that a spec compiles a fleet for. */
export interface FleetOptions extends Omit<FleetHostOptions, 'groups' | 'node' | 'variables'> {
  /** By name, in the order of the inventory. Their options precede those of all hosts. */
  readonly hosts: Readonly<Record<string, FleetHostOptions>>;
}

/**
 * Compiles a manifest for a node, without a host.
 * @param subject What a manifest module exports, or a function that declares resources in a scope.
 * @throws {GlanceApplyError} with every error in it; the assertion for those is `refuse`.
 * @example
 * const catalog = await compile(manifest, { platform: 'centos-7', data: { 'glance::api::workers': 2 } });
 */
export function compile(subject: Manifest | Body, options?: NodeOptions): Promise<Catalog>;
/**
 * Compiles a fleet, without hosts: a catalog for each host, and the relations between them.
 * @throws {GlanceApplyError} with every error of every host.
 * @example
 * const { catalogs } = await compile(site, { hosts: { db01: {}, web01: { groups: ['web'] } } });
 */
export function compile(subject: Fleet, options: FleetOptions): Promise<FleetCatalog>;
export async function compile(
  subject: Manifest | Body | Fleet,
  options: NodeOptions | FleetOptions = {},
): Promise<Catalog | FleetCatalog> {
  if (isFleet(subject)) return compileHosts(subject, 'hosts' in options ? options : { hosts: {} });
  const { pre, post, ...node } = options as NodeOptions;
  const body = isManifest(subject) ? subject.body : subject;
  const whole = manifest((site) => runBodies([pre, body, post], site));
  const catalog = await compileManifest(whole, await toCompileOptions(node));
  coverage.recordCatalog(catalog);
  return catalog;
}

async function compileHosts(subject: Fleet, { hosts, ...common }: FleetOptions): Promise<FleetCatalog> {
  const inventory = Object.entries(hosts).map(([name, { groups = [], variables: given = {} }]) => {
    const variables = { get: (variable: string) => given[variable] };
    return [name, { name, groups, variables }] as const;
  });
  const catalog = await compileFleet(subject, {
    inventory: { hosts: new Map(inventory) },
    optionsOf: async ({ name }) => {
      const { groups: _, variables: __, ...own } = hosts[name] ?? {};
      return toCompileOptions({ node: name, ...common, ...own });
    },
  });
  const problems = [...catalog.failures].flatMap(([host, { diagnostics }]) =>
    diagnostics.map((one) => ({ ...one, message: `${host}: ${one.message}` })),
  );
  if (problems.length > 0) throw new GlanceApplyError(problems);
  for (const one of catalog.catalogs.values()) coverage.recordCatalog(one);
  return catalog;
}

/** Returns the facts of a platform and a node, and what else the compilation needs. */
async function toCompileOptions(options: Omit<NodeOptions, 'pre' | 'post'>): Promise<CompileOptions> {
  const { platform = 'debian-12', node, data, ...rest } = options;
  const system = typeof platform === 'string' ? platformOf(platform) : platform;
  const facts = mergeFacts(
    system.facts,
    node === undefined ? {} : toHostnameFacts(node),
    options.facts ?? {},
  );
  const opened = await openData(data, facts);
  return { ...rest, facts, ...(opened === undefined ? {} : { data: opened }) };
}

/** Runs bodies one after the other. Only asynchronous ones are awaited, so that synchronous bodies stay synchronous. */
function runBodies(bodies: readonly (Body | undefined)[], site: Scope): void | Promise<void> {
  const [first, ...rest] = bodies;
  const returned: unknown = first?.(site);
  if (isThenable(returned)) return Promise.resolve(returned).then(() => runBodies(rest, site));
  return rest.length === 0 ? undefined : runBodies(rest, site);
}

async function openData(data: NodeOptions['data'], facts: Facts): Promise<CompileOptions['data']> {
  if (typeof data === 'string') return openHierarchy(data, { facts });
  return data instanceof URL ? openHierarchy(fileURLToPath(data), { facts }) : data;
}

function toHostnameFacts(node: string): Facts {
  const dot = node.indexOf('.');
  const hostname = dot < 0 ? node : node.slice(0, dot);
  return { networking: { fqdn: node, hostname, ...(dot < 0 ? {} : { domain: node.slice(dot + 1) }) } };
}
