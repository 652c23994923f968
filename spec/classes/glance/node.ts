import type { Catalog, CatalogResource } from '../../../src/catalog/catalog.js';
import { compile, manifest, type Scope } from '../../../src/catalog/index.js';
import type { Facts } from '../../../src/data/facts.js';
import type { Diagnostic } from '../../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { reveal } from '../../../src/secrets/secret.js';

export const debian: Facts = {
  os: { family: 'Debian', name: 'Debian', release: { full: '12.5', major: '12' } },
  networking: { fqdn: 'controller01.example.com' },
  processors: { count: 8 },
};

export const centos: Facts = {
  os: { family: 'RedHat', name: 'CentOS', release: { full: '7.9', major: '7' } },
  networking: { fqdn: 'controller01.example.com' },
  processors: { count: 8 },
};

/** Compiles what a manifest declares. */
export function nodeOf(
  body: (site: Scope) => void,
  release = 'zed',
  facts: Facts = debian,
): Promise<Catalog> {
  return compile(manifest(body), { facts, release });
}

/** Why a manifest is refused; fails where it is not. */
export async function refusalOf(
  body: (site: Scope) => void,
  release = 'zed',
  facts: Facts = debian,
): Promise<readonly Diagnostic[]> {
  try {
    await nodeOf(body, release, facts);
  } catch (error) {
    if (GlanceApplyError.is(error)) return error.diagnostics;
    throw error;
  }
  throw new Error('the manifest was not refused');
}

/** What a catalog says of a resource of a native type; undefined where there is none. */
export function said(
  catalog: Catalog,
  type: string,
  title: string,
): Readonly<Record<string, unknown>> | undefined {
  return catalog.find(type, title)?.parameters;
}

/** The value of a setting of glance-api.conf. */
export function apiSetting(catalog: Catalog, title: string): unknown {
  const desired = catalog.find('glance_api_config', title)?.desired;
  const value = reveal(desired?.value);
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** The sentences of a catalog's warnings. */
export function warningsOf(catalog: Catalog): string[] {
  return catalog.warnings.map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`));
}

/** Whether one resource comes before another, directly or through others and what contains them. */
export function comesBefore(catalog: Catalog, first: [string, string], second: [string, string]): boolean {
  const start = catalog.find(...first);
  const end = catalog.find(...second);
  const reached = new Set<CatalogResource>();
  const todo = start === undefined ? [] : [start];
  for (let here = todo.pop(); here !== undefined; here = todo.pop()) {
    for (const next of after(catalog, here)) {
      if (next === end) return true;
      if (!reached.has(next)) todo.push(next);
      reached.add(next);
    }
  }
  return false;
}

/** What is applied after a resource because of one relation: its own, or that of something that contains it. */
function after(catalog: Catalog, resource: CatalogResource): CatalogResource[] {
  const around = new Set<number>();
  const climb = ({ index, containers }: CatalogResource): void => {
    around.add(index);
    for (const container of containers) climb(catalog.resources[container] as CatalogResource);
  };
  climb(resource);
  const targets = new Set(
    catalog.relations.filter(({ source }) => around.has(source)).map(({ target }) => target),
  );
  const within = ({ index, containers }: CatalogResource): boolean =>
    targets.has(index) ||
    containers.some((container) => within(catalog.resources[container] as CatalogResource));
  return catalog.resources.filter(within);
}
