import { compareReleases, type Release } from '../../../data/releases.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { didYouMean, findNearest } from '../../../errors/nearest.js';
import { describeExpected } from './describe-expected.js';
import type { Option } from './option.js';
import type { ReleaseOptions } from './release-options.js';
import { pluginOptions, pluginSwitches } from './shared-options.js';

/** A setting that will be written to a file. */
export interface Setting {
  readonly section: string;
  readonly name: string;
  /** Its values, which messages may quote; undefined if they are secret. */
  readonly values: readonly string[] | undefined;
}

/** A problem that a setting has in a release. */
export interface SettingProblem<S extends Setting = Setting> {
  readonly setting: S;
  /**
   * - `unknown`: no release has it;
   * - `release`: only earlier or later releases have it;
   * - `old`: it is deprecated or has another name now, but is still read;
   * - `value`: its type, range or choices exclude the value.
   */
  readonly kind: 'unknown' | 'release' | 'old' | 'value';
  /** Completes "Glance_api_config[…]: …". */
  readonly message: string;
  readonly hint: string | undefined;
}

/**
 * Checks the settings of one file against the options that a release reads from it.
 * @param namedSections The sections that options of the host name, such as the stores in Glance's `enabled_backends`.
 */
export function* checkSettings<S extends Setting>(
  file: ReleaseOptions,
  settings: readonly S[],
  namedSections: ReadonlySet<string>,
): Iterable<SettingProblem<S>> {
  for (const [section, group] of groupBySection(settings)) {
    if (namedSections.has(section) || file.isReservedSection(section)) {
      for (const setting of group) yield* checkSetting(file, setting, file.namedSectionOptions, false);
      continue;
    }
    const ever = file.optionsOfAnyRelease(section);
    if (ever !== undefined) {
      const plugin = loadsPlugin(group);
      for (const setting of group) yield* checkSetting(file, setting, file.options(section), plugin);
      continue;
    }
    // A section may be named outside this catalog, such as a store that is enabled there: an option of a driver indicates one.
    if (group.some(({ name }) => file.namedSectionOptions.has(name))) {
      for (const setting of group) yield* checkSetting(file, setting, file.namedSectionOptions, false);
      continue;
    }
    const unknownSettings = group.filter(({ name }) => file.findNewName(section, name) === undefined);
    for (const setting of group)
      if (!unknownSettings.includes(setting)) yield* checkSetting(file, setting, undefined, false);
    const [setting] = unknownSettings;
    if (setting !== undefined) yield reportUnknownSection(file, setting);
  }
}

function groupBySection<S extends Setting>(settings: readonly S[]): ReadonlyMap<string, readonly S[]> {
  const groups = new Map<string, S[]>();
  for (const setting of settings) {
    const group = groups.get(setting.section);
    if (group === undefined) groups.set(setting.section, [setting]);
    else group.push(setting);
  }
  return groups;
}

/**
 * Whether a section loads a plugin that authenticates, and with it options that no sample lists. The type may
 * be in the file already, so credentials are sufficient; a URL alone is more likely meant for `auth_uri`.
 */
function loadsPlugin(settings: readonly Setting[]): boolean {
  return settings.some(
    ({ name }) => pluginSwitches.has(name) || (pluginOptions.has(name) && name !== 'auth_url'),
  );
}

function* checkSetting<S extends Setting>(
  file: ReleaseOptions,
  setting: S,
  options: ReadonlyMap<string, Option> | undefined,
  plugin: boolean,
): Iterable<SettingProblem<S>> {
  const { section, name } = setting;
  const option = options?.get(name);
  const isOld = option?.deprecated !== undefined && compareReleases(option.deprecated, file.release) <= 0;
  const newName = option === undefined || isOld ? file.findNewName(section, name) : undefined;
  if (option === undefined && newName === undefined) {
    if (!(plugin && pluginOptions.has(name) && canLoadPlugins(file, section)))
      yield reportUnknownOption(file, setting, options ?? new Map());
    return;
  }
  if (newName !== undefined || isOld) yield reportOldOption(file, setting, option, newName);
  if (option !== undefined) yield* checkValues(file, setting, option);
}

/** Whether a section can load plugins: it then has the option that selects one. */
function canLoadPlugins(file: ReleaseOptions, section: string): boolean {
  return file.optionsOfAnyRelease(section)?.has('auth_type') ?? false;
}

function reportOldOption<S extends Setting>(
  file: ReleaseOptions,
  setting: S,
  option: Option | undefined,
  newName: string | undefined,
): SettingProblem<S> {
  const path = `${setting.section}/${setting.name}`;
  const since = option?.deprecated;
  // If the first sample calls an option deprecated, the release that deprecated it is unknown.
  const when = since === undefined || since === 'newton' ? '' : ` since ${since}`;
  const message =
    option === undefined
      ? `${path} is an old name of ${newName} in ${file.name}`
      : `${path} of ${file.name} is deprecated${when}`;
  return {
    setting,
    kind: 'old',
    message,
    hint:
      newName === undefined
        ? 'find out how to do without: a later release may not read it'
        : `write ${newName} instead`,
  };
}

function* checkValues<S extends Setting>(
  file: ReleaseOptions,
  setting: S,
  option: Option,
): Iterable<SettingProblem<S>> {
  const { section, name, values = [] } = setting;
  const choices = file.choices(section, name);
  for (const value of values) {
    const takes = describeExpected(option, choices, value);
    if (takes === undefined) continue;
    const hint = choices === undefined ? undefined : didYouMean(value, choices);
    yield {
      setting,
      kind: 'value',
      message: `'${value}' is not valid for ${section}/${name} of ${file.name}: it takes ${takes}`,
      hint,
    };
  }
}

function reportUnknownOption<S extends Setting>(
  file: ReleaseOptions,
  setting: S,
  options: ReadonlyMap<string, Option>,
): SettingProblem<S> {
  const { section, name } = setting;
  const ever = file.optionsOfAnyRelease(section);
  const other = ever?.get(name);
  if (other !== undefined) return reportOtherRelease(file, setting, other);
  const message = `${file.name} of ${file.release} has no option '${name}' in [${section}]`;
  return { setting, kind: 'unknown', message, hint: suggestName(file, setting, options, ever) };
}

/** Suggests the nearest name in the section; else the section that has this name; else a near name of another release. */
function suggestName(
  file: ReleaseOptions,
  { section, name }: Setting,
  options: ReadonlyMap<string, Option>,
  ever: ReadonlyMap<string, Option> | undefined,
): string | undefined {
  const near = findNearest(name, options.keys());
  if (near !== undefined) {
    const isOld = options.get(near)?.deprecated !== undefined;
    const newer = isOld ? file.findNewName(section, near) : undefined;
    if (newer === undefined) return `did you mean '${near}'?`;
    return `did you mean '${near}'? It is called ${newer} now`;
  }
  const [elsewhere] = file.findSections(name);
  if (elsewhere !== undefined) return `did you mean ${elsewhere}/${name}?`;
  const past = ever && findNearest(name, ever.keys());
  if (past === undefined) return undefined;
  const option = ensureDefined(ever?.get(past));
  return `did you mean '${past}'? It ${describeSpan(file.release, option)}`;
}

function reportOtherRelease<S extends Setting>(
  file: ReleaseOptions,
  setting: S,
  option: Option,
): SettingProblem<S> {
  const path = `${setting.section}/${setting.name}`;
  const message = `${path} of ${file.name} ${describeSpan(file.release, option)}, and this node is ${file.release}`;
  return { setting, kind: 'release', message, hint: 'leave it out: the service does not read it' };
}

function describeSpan(release: Release, { since, until }: Option): string {
  return since !== undefined && compareReleases(release, since) < 0
    ? `begins with ${since}`
    : `ended with ${until}`;
}

function reportUnknownSection<S extends Setting>(file: ReleaseOptions, setting: S): SettingProblem<S> {
  const [elsewhere] = file.findSections(setting.name);
  return {
    setting,
    kind: 'unknown',
    message: `${file.name} of ${file.release} has no section [${setting.section}]`,
    hint:
      didYouMean(setting.section, file.sections) ??
      (elsewhere === undefined ? undefined : `did you mean ${elsewhere}/${setting.name}?`),
  };
}
