import type { LintContext, LintFinding } from '../../../catalog/lint-finding.js';
import type { ResourceView } from '../../../catalog/resource-view.js';
import { reveal, type Secret } from '../../../secrets/secret.js';
import { checkSettings, type Setting } from './check-settings.js';
import { ReleaseOptions } from './release-options.js';
import type { NamedSections, OptionsSource } from './service-options.js';

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

/**
 * Checks the settings of a catalog against the options that its release reads from one file of a service. Settings that
 * the library's own classes declare although they are deprecated or of other releases are harmless, as in Puppet's
 * modules: these two problems are reported only if the manifest or data decided the value.
 */
export function* lintOptions(
  source: OptionsSource,
  resources: readonly ResourceView[],
  catalog: LintContext,
): Iterable<LintFinding> {
  const settings = resources.filter(isWritten).map(toSetting);
  if (settings.length === 0) return;
  const options = ReleaseOptions.of(source, catalog.release);
  const namedSections = findNamedSections(source.service.namedSections, catalog);
  for (const { setting, kind, message, hint } of checkSettings(options, settings, namedSections)) {
    const { resource, section, name } = setting;
    const decision = catalog.findDecision(resource, 'value', listParameterNames(section, name));
    const dependsOnRelease = kind === 'old' || kind === 'release';
    if (dependsOnRelease && (decision === undefined || decision.warned)) continue;
    yield { resource, code: codes[kind], message, hint, location: decision?.location };
  }
}

/** Returns names that a class may give the parameter for a setting: `host` for `s3_store_host`. */
function listParameterNames(section: string, name: string): string[] {
  const words = name.split('_');
  return [`${section}_${name}`, ...words.map((_, index) => words.slice(index).join('_'))];
}

/** Returns whether the setting is written: it is neither absent, nor left to the service, nor kept as it is. */
function isWritten({ desired }: ResourceView): boolean {
  return desired.ensure === 'present' && desired.value !== undefined;
}

function toSetting(resource: ResourceView): DeclaredSetting {
  const { name, desired, secrets } = resource;
  const slash = name.indexOf('/');
  return {
    resource,
    section: name.slice(0, slash),
    name: name.slice(slash + 1),
    values: secrets.has('value') ? undefined : (desired.value as readonly string[]),
  };
}

/** Returns the sections that settings of the host name: the stores in `fast:rbd, slow:file`. */
function findNamedSections(
  namedSections: NamedSections | undefined,
  { find }: LintContext,
): ReadonlySet<string> {
  if (namedSections === undefined) return new Set();
  const lists = namedSections.settings.flatMap(({ type, title }) => {
    const value = find(type, title)?.desired.value;
    return reveal(value as readonly string[] | Secret<readonly string[]> | undefined) ?? [];
  });
  const items = lists.flatMap((list) => list.split(','));
  return new Set(items.map((item) => namedSections.toSection(item).trim()));
}
