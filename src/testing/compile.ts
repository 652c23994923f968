import { fileURLToPath } from 'node:url';
import type { Catalog } from '../catalog/catalog.js';
import type { CompileOptions } from '../catalog/compilation.js';
import { compile as compileManifest } from '../catalog/compile.js';
import { isThenable } from '../catalog/is-thenable.js';
import { isManifest, type Manifest, manifest } from '../catalog/manifest.js';
import type { Scope } from '../catalog/scope.js';
import type { Facts } from '../data/facts.js';
import { openHierarchy } from '../data/hierarchy/index.js';
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

/**
 * Compiles a manifest for a node, without a host.
 * @param subject What a manifest module exports, or a function that declares resources in a scope.
 * @throws {GlanceApplyError} with every error in it; the assertion for those is `refuse`.
 * @example
 * const catalog = await compile(manifest, { platform: 'centos-7', data: { 'glance::api::workers': 2 } });
 */
export async function compile(subject: Manifest | Body, options: NodeOptions = {}): Promise<Catalog> {
  const { platform = 'debian-12', node, pre, post, data, ...rest } = options;
  const system = typeof platform === 'string' ? platformOf(platform) : platform;
  const body = isManifest(subject) ? subject.body : subject;
  const whole = manifest((site) => runBodies([pre, body, post], site));
  const facts = mergeFacts(
    system.facts,
    node === undefined ? {} : toHostnameFacts(node),
    options.facts ?? {},
  );
  const catalog = await compileManifest(whole, { ...rest, facts, data: await openData(data, facts) });
  coverage.recordCatalog(catalog);
  return catalog;
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
