import type { LintContext, LintFinding } from '../../../catalog/lint-finding.js';
import type { ResourceView } from '../../../catalog/resource-view.js';
import { reveal, type Secret } from '../../../secrets/secret.js';
import type { GlanceFile } from '../../glance/options/glance-options.js';
import { checkSettings, type Setting, type Surroundings } from './check-settings.js';
import { ReleaseOptions } from './release-options.js';

/** A setting of a catalog with its resource. */
interface DeclaredSetting extends Setting {
  readonly resource: ResourceView;
}

const codes = {
  unknown: 'option.unknown',
  release: 'option.release',
  old: 'option.deprecated',
  value: 'option.value',
} as const;

/** The types of files that list the stores, whose sections other files may have too. */
const storeLists: readonly string[] = ['glance_api_config', 'glance_cache_config'];

/**
 * Compares the settings of a catalog with the options that its release supports in one of Glance's files. Settings that
 * the library writes although they are deprecated or of other releases are harmless, as in Puppet's modules: warnings about
 * those are limited to what the manifest decides.
 */
export function* lintOptions(
  file: GlanceFile,
  resources: readonly ResourceView[],
  catalog: LintContext,
): Iterable<LintFinding> {
  const settings = resources.filter(isWritten).map(toSetting);
  if (settings.length === 0) return;
  const surroundings: Surroundings = { stores: findStores(catalog) };
  for (const remark of checkSettings(ReleaseOptions.of(file, catalog.release), settings, surroundings)) {
    const { resource, section, name } = remark.setting;
    const decision = catalog.findDecision(resource, 'value', listParameterNames(section, name));
    const isOfTime = remark.kind === 'old' || remark.kind === 'release';
    if (isOfTime && (decision === undefined || decision.warned)) continue;
    const { message, hint } = remark;
    yield { resource, code: codes[remark.kind], message, hint, place: decision?.place };
  }
}

/** Lists the names that the parameter of a setting may have in a class: s3_store_host of the S3 store's class is `host`. */
function listParameterNames(section: string, name: string): string[] {
  const words = name.split('_');
  return [`${section}_${name}`, ...words.map((_, index) => words.slice(index).join('_'))];
}

/** Whether the setting is written to the file: neither absent, nor left to the service, nor left as it is. */
function isWritten({ wanted }: ResourceView): boolean {
  return wanted.ensure === 'present' && wanted.value !== undefined;
}

function toSetting(resource: ResourceView): DeclaredSetting {
  const { name, wanted, secrets } = resource;
  const slash = name.indexOf('/');
  return {
    resource,
    section: name.slice(0, slash),
    name: name.slice(slash + 1),
    values: secrets.has('value') ? undefined : (wanted.value as readonly string[]),
  };
}

/** Finds the stores that the settings enable: `fast:rbd, slow:file`. */
function findStores({ find }: LintContext): ReadonlySet<string> {
  const lists = storeLists.flatMap((type) => {
    const value = find(type, 'DEFAULT/enabled_backends')?.wanted.value;
    return reveal(value as readonly string[] | Secret<readonly string[]> | undefined) ?? [];
  });
  return new Set(lists.flatMap((list) => list.split(',')).map((pair) => pair.split(':')[0]?.trim() ?? ''));
}
