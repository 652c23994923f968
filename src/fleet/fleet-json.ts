import {
  type PuppetCatalog,
  type PuppetFormatOptions,
  toPuppetCatalog,
} from '../catalog/puppet-format/index.js';
import type { FleetCatalog, FleetNode } from './fleet-catalog.js';

/** The format version. It changes when a field is removed or its meaning changes. */
const FORMAT_VERSION = 1;

/** A fleet as JSON: the catalogs of its hosts in Puppet's format, and the relations between them. */
export interface FleetJson {
  readonly format_version: typeof FORMAT_VERSION;
  /** By host, in the order of the inventory. */
  readonly hosts: Readonly<Record<string, PuppetCatalog>>;
  readonly edges: readonly {
    readonly source: { readonly host: string; readonly resource: string };
    readonly target: { readonly host: string; readonly resource: string };
    /** Whether a change of the source refreshes the target. */
    readonly refresh: boolean;
    /** The metaparameter that declares it. */
    readonly relation: string;
    readonly file?: string;
    readonly line?: number;
  }[];
}

/** Converts a fleet to JSON. A host without a catalog is only named by edges. */
export function toFleetJson(
  { catalogs, edges }: FleetCatalog,
  options: Pick<PuppetFormatOptions, 'showSecrets'> = {},
): FleetJson {
  const hosts = [...catalogs].map(
    ([name, one]) => [name, toPuppetCatalog(one, { ...options, name })] as const,
  );
  return {
    format_version: FORMAT_VERSION,
    hosts: Object.fromEntries(hosts),
    edges: edges.map(({ source, target, refresh, origin, location }) => ({
      source: toJson(source),
      target: toJson(target),
      refresh,
      relation: origin,
      ...(location === undefined ? {} : { file: location.file, line: location.line }),
    })),
  };
}

function toJson({ host, reference }: FleetNode) {
  return { host, resource: reference };
}
