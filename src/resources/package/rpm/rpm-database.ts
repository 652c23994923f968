import { Unreadable } from '../../../engine/provider.js';
import type { Host } from '../../../hosts/host.js';
import { requireReadable } from '../../tools/require-readable.js';
import { matchesPattern } from '../observe-package.js';
import { isWithin, parseRange } from '../version-range.js';
import { compareEvr } from './rpm-version.js';

/** A package in rpm's database. */
export interface RpmPackage {
  readonly name: string;
  /** `version-release`, after `epoch:` where the epoch is not 0. */
  readonly evr: string;
  readonly architecture: string;
}

/** The installed packages; some, such as kernels, have several versions at once. */
export type RpmDatabase = ReadonlyMap<string, readonly RpmPackage[]>;

/** The fields that `parseRpmList` reads. */
const LIST_FORMAT = '%{NAME}\\t%{EPOCHNUM}\\t%{VERSION}-%{RELEASE}\\t%{ARCH}\\n';

/** Pairs of a package and a name that it provides, one per line. */
export const PROVIDES_FORMAT = '[%{=NAME}\\t%{PROVIDENAME}\\n]';

/** Parses the output of `rpm -qa` in `LIST_FORMAT`. */
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

/** Parses the output of `rpm -qa` in `PROVIDES_FORMAT`: the first provider of each name. */
export function parseProvides(text: string): ReadonlyMap<string, string> {
  const providers = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [name, provided] = line.split('\t');
    if (name !== undefined && provided !== undefined && !providers.has(provided))
      providers.set(provided, name);
  }
  return providers;
}

/** Returns the installed versions of a `name` or a `name.architecture`. */
export function findInstalledVersions(database: RpmDatabase, name: string): readonly RpmPackage[] {
  const exact = database.get(name);
  if (exact !== undefined) return exact;
  const [, base, architecture] = /^(.+)\.([^.]+)$/.exec(name) ?? [];
  return (base && database.get(base)?.filter((entry) => entry.architecture === architecture)) || [];
}

/**
 * Returns whether a version is in the range of a manifest, or matches its version, which may omit the epoch, or the epoch
 * and the release.
 */
export function satisfiesRpmVersion(evr: string, desired: string): boolean {
  const range = parseRange(desired);
  if (range !== undefined) return isWithin(evr, range, compareEvr);
  const withoutEpoch = evr.replace(/^\d+:/, '');
  const version = withoutEpoch.replace(/-[^-]*$/, '');
  return [evr, withoutEpoch, version, evr.replace(/-[^-]*$/, '')].some((form) =>
    matchesPattern(form, desired.replace(/^0:/, '')),
  );
}

/** Reads rpm's database, with one process for all packages. */
export async function readRpmDatabase(host: Host): Promise<RpmDatabase | Unreadable> {
  const result = await host.run({ argv: ['rpm', '-qa', '--queryformat', LIST_FORMAT] });
  if (result.failure !== undefined)
    return new Unreadable(`rpm is not installed on ${host.name} (${result.failure})`);
  if (result.status !== 0) return new Unreadable(`rpm -qa failed: ${result.stderr.trim()}`);
  return parseRpmList(result.stdout);
}

/**
 * Reads rpm's database as `readRpmDatabase` does.
 * @throws {GlanceApplyError} if it cannot be read.
 */
export async function requireRpmDatabase(host: Host): Promise<RpmDatabase> {
  return requireReadable(await readRpmDatabase(host), 'rpm.unreadable');
}
