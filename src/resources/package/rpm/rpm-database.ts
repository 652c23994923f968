import type { Host } from '../../../hosts/host.js';
import { matchesPattern } from '../observe-package.js';
import { isWithin, parseRange } from '../version-range.js';
import { compareEvr } from './rpm-version.js';

/** A package as rpm's database has it. */
export interface RpmPackage {
  readonly name: string;
  /** `version-release`, after `epoch:` where the epoch is not 0. */
  readonly evr: string;
  readonly architecture: string;
}

/** What rpm has installed; of some packages, such as kernels, several versions at once. */
export type RpmDatabase = ReadonlyMap<string, readonly RpmPackage[]>;

/** The fields that `parseRpmList` reads. */
const LIST_FORMAT = '%{NAME}\\t%{EPOCHNUM}\\t%{VERSION}-%{RELEASE}\\t%{ARCH}\\n';

/** Pairs of a package and a name that it provides, one a line. */
export const PROVIDES_FORMAT = '[%{=NAME}\\t%{PROVIDENAME}\\n]';

/** Reads the answer of `rpm -qa` in `LIST_FORMAT`. */
export function parseRpmList(text: string): RpmDatabase {
  const packages = new Map<string, RpmPackage[]>();
  for (const line of text.split('\n')) {
    const [name, epoch, evr, architecture] = line.split('\t');
    if (name === undefined || evr === undefined || architecture === undefined) continue;
    const entry = { name, evr: epoch === '0' ? evr : `${epoch}:${evr}`, architecture };
    const known = packages.get(name);
    if (known === undefined) packages.set(name, [entry]);
    else known.push(entry);
  }
  return packages;
}

/** Reads the answer of `rpm -qa` in `PROVIDES_FORMAT`: the first provider of each name. */
export function parseProvides(text: string): ReadonlyMap<string, string> {
  const providers = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [name, provided] = line.split('\t');
    if (name !== undefined && provided !== undefined && !providers.has(provided))
      providers.set(provided, name);
  }
  return providers;
}

/** The installed versions of a `name` or a `name.architecture`. */
export function findInstalledVersions(database: RpmDatabase, name: string): readonly RpmPackage[] {
  const exact = database.get(name);
  if (exact !== undefined) return exact;
  const [, base, architecture] = /^(.+)\.([^.]+)$/.exec(name) ?? [];
  return (base && database.get(base)?.filter((entry) => entry.architecture === architecture)) || [];
}

/**
 * Whether a version is what a manifest says: inside its range, or fitting a version that may leave out the epoch, or the
 * epoch and the release.
 */
export function satisfiesRpmVersion(evr: string, wanted: string): boolean {
  const range = parseRange(wanted);
  if (range !== undefined) return isWithin(evr, range, compareEvr);
  const withoutEpoch = evr.replace(/^\d+:/, '');
  const version = withoutEpoch.replace(/-[^-]*$/, '');
  return [evr, withoutEpoch, version, evr.replace(/-[^-]*$/, '')].some((form) =>
    matchesPattern(form, wanted.replace(/^0:/, '')),
  );
}

/** Reads rpm's database: one process for all packages. A text says why it cannot be read. */
export async function readRpmDatabase(host: Host): Promise<RpmDatabase | string> {
  const result = await host.run({ argv: ['rpm', '-qa', '--queryformat', LIST_FORMAT] });
  if (result.failure !== undefined) return `there is no rpm on ${host.name} (${result.failure})`;
  if (result.status !== 0) return `rpm -qa failed: ${result.stderr.trim()}`;
  return parseRpmList(result.stdout);
}
