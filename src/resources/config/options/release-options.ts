import { compareReleases, isReleaseBetween, type Release, releases } from '../../../data/releases.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { type GlanceFile, readGlanceOptions } from '../../glance/options/glance-options.js';
import {
  allChoices,
  readSince,
  replacements,
  storeOptions,
  unlistedInFile,
  unlistedOptions,
} from '../../glance/options/unlisted.js';
import type { Option, OptionTable, SectionTable } from './option.js';

const known = new Map<string, ReleaseOptions>();

/** The options that one release reads from one configuration file. */
export class ReleaseOptions {
  readonly #live = new Map<string, ReadonlyMap<string, Option>>();
  readonly #ever = new Map<string, Map<string, Option>>();
  /** New names by old ones, both as `section/name`. */
  readonly #renamed = new Map<string, string>();
  readonly #stores = new Map<string, Option>();

  private constructor(
    readonly name: GlanceFile,
    /** The requested release, or the last one with a known sample if the samples end before it. */
    readonly release: Release,
  ) {
    for (const [section, options] of Object.entries(readGlanceOptions(name))) {
      this.#ever.set(section, correctFirstRelease(options, readSince[section]));
    }
    this.#add(unlistedInFile[name] ?? {}, () => true);
    // Options that samples omit are added to existing sections; they do not create sections.
    this.#add(unlistedOptions, (section) => this.#ever.has(section));
    for (const [section, options] of this.#ever) {
      const live = new Map(
        [...options].filter(([, option]) => isReleaseBetween(release, option.since, option.until)),
      );
      if (live.size > 0) this.#live.set(section, live);
      for (const [option, { was = [] }] of live) {
        for (const old of was)
          if (old !== `${section}/${option}`) this.#renamed.set(old, `${section}/${option}`);
      }
      if (section === 'glance_store' || /^glance\.store\.|^cinder$|^file$/.test(section))
        for (const [option, meaning] of live) this.#stores.set(option, meaning);
    }
    for (const [option, meaning] of Object.entries(storeOptions))
      if (isReleaseBetween(release, meaning.since, meaning.until)) this.#stores.set(option, meaning);
  }

  /** Returns a file as a release reads it; created once per process, because it never changes. */
  static of(name: GlanceFile, release: Release): ReleaseOptions {
    const last = findLastSample(name);
    const effective = compareReleases(release, last) > 0 ? last : release;
    const key = `${name} ${effective}`;
    let file = known.get(key);
    if (file === undefined) {
      file = new ReleaseOptions(name, effective);
      known.set(key, file);
    }
    return file;
  }

  /** Returns the options of a section in this release; undefined if it does not have the section. */
  options(section: string): ReadonlyMap<string, Option> | undefined {
    return this.#live.get(section);
  }

  /** Returns the options of a section in any release; undefined if no release has the section. */
  sectionOfAnyRelease(section: string): ReadonlyMap<string, Option> | undefined {
    return this.#ever.get(section);
  }

  get sections(): Iterable<string> {
    return this.#live.keys();
  }

  /** The options of a store's section, which has the name of the store. */
  get storeOptions(): ReadonlyMap<string, Option> {
    return this.#stores;
  }

  /** Returns the current name of an option as `section/name`; undefined if it was neither renamed nor replaced. */
  findNewName(section: string, option: string): string | undefined {
    const old = `${section}/${option}`;
    const renamed = this.#renamed.get(old);
    if (renamed !== undefined) return renamed;
    const replaced = replacements[old];
    return replaced !== undefined && this.#lists(replaced) ? replaced : undefined;
  }

  /** Returns the sections of this release that have an option of this name. */
  findSections(option: string): readonly string[] {
    return [...this.#live].filter(([, options]) => options.has(option)).map(([section]) => section);
  }

  /** Returns the values that an option accepts; undefined if they are not enumerated. */
  choices(section: string, option: string): readonly string[] | undefined {
    return this.#live.get(section)?.get(option)?.choices ?? allChoices[`${section}/${option}`];
  }

  #add(table: SectionTable, belongs: (section: string) => boolean): void {
    for (const [section, options] of Object.entries(table)) {
      if (!belongs(section)) continue;
      const known = this.#ever.get(section) ?? [];
      this.#ever.set(section, new Map([...known, ...Object.entries(options)]));
    }
  }

  #lists(path: string): boolean {
    const slash = path.indexOf('/');
    return this.#live.get(path.slice(0, slash))?.has(path.slice(slash + 1)) ?? false;
  }
}

/** Returns the options of a section. If the section is older than its first sample, so are the options in that sample. */
function correctFirstRelease(options: OptionTable, beginning: Release | undefined): Map<string, Option> {
  const entries = Object.entries(options);
  if (beginning === undefined) return new Map(entries);
  const first = entries.reduce<Release | undefined>(
    (oldest, [, { since = 'newton' }]) =>
      oldest === undefined || compareReleases(since, oldest) < 0 ? since : oldest,
    undefined,
  );
  return new Map(
    entries.map(([name, option]) => [
      name,
      option.since === first ? { ...option, since: beginning } : option,
    ]),
  );
}

function findLastSample(name: GlanceFile): Release {
  const newest = ensureDefined(releases[releases.length - 1]);
  let last: Release = releases[0];
  for (const options of Object.values(readGlanceOptions(name))) {
    for (const { until = newest } of Object.values(options))
      if (compareReleases(until, last) > 0) last = until;
  }
  return last;
}
