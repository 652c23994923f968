import { compareReleases, isReleaseBetween, type Release, releases } from '../../../data/releases.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import type { Option, OptionTable, SectionTable } from './option.js';
import type { OptionsSource, ServiceOptions } from './service-options.js';
import { sharedChoices, sharedReplacements, sharedUnlistedOptions } from './shared-options.js';

const known = new WeakMap<ServiceOptions, Map<string, ReleaseOptions>>();

/** The options that one release of a service reads from one configuration file. */
export class ReleaseOptions {
  /** The options of this release, by section. */
  readonly #live = new Map<string, ReadonlyMap<string, Option>>();
  /** The options of all releases, by section. */
  readonly #ever = new Map<string, Map<string, Option>>();
  /** New names by old ones, both as `section/name`. */
  readonly #renamed = new Map<string, string>();
  readonly #namedSectionOptions = new Map<string, Option>();

  private constructor(
    private readonly service: ServiceOptions,
    /** The name of the file. */
    readonly name: string,
    /** The requested release, or the last one with a known sample if the samples end before it. */
    readonly release: Release,
  ) {
    for (const [section, options] of Object.entries(service.read(name)))
      this.#ever.set(section, correctFirstRelease(options, service.firstReleases[section]));
    this.#add(service.unlistedInFile[name] ?? {}, () => true);
    // Options that samples omit are added to existing sections; they do not create sections.
    for (const table of [sharedUnlistedOptions, service.unlisted])
      this.#add(table, (section) => this.#ever.has(section));
    for (const [section, options] of this.#ever) this.#addRelease(section, options);
    this.#addNamedSectionOptions(Object.entries(service.namedSections?.options ?? {}));
  }

  /** Returns a file as a release reads it; created once per process, because it never changes. */
  static of({ service, file }: OptionsSource, release: Release): ReleaseOptions {
    const last = findLastSample(service.read(file));
    const effective = compareReleases(release, last) > 0 ? last : release;
    const files = known.get(service) ?? new Map<string, ReleaseOptions>();
    known.set(service, files);
    const key = `${file} ${effective}`;
    const options = files.get(key) ?? new ReleaseOptions(service, file, effective);
    files.set(key, options);
    return options;
  }

  /** Returns the options of a section in this release; undefined if it does not have the section. */
  options(section: string): ReadonlyMap<string, Option> | undefined {
    return this.#live.get(section);
  }

  /** Returns the options of a section in any release; undefined if no release has the section. */
  optionsOfAnyRelease(section: string): ReadonlyMap<string, Option> | undefined {
    return this.#ever.get(section);
  }

  get sections(): Iterable<string> {
    return this.#live.keys();
  }

  /** The options of a section that an option names. */
  get namedSectionOptions(): ReadonlyMap<string, Option> {
    return this.#namedSectionOptions;
  }

  /** Returns whether the service itself names a section of the kind that options name. */
  isReservedSection(section: string): boolean {
    return this.service.namedSections?.reserved.test(section) ?? false;
  }

  /** Returns the current name of an option as `section/name`; undefined if it was neither renamed nor replaced. */
  findNewName(section: string, option: string): string | undefined {
    const old = `${section}/${option}`;
    const renamed = this.#renamed.get(old);
    if (renamed !== undefined) return renamed;
    const replaced = this.service.replacements[old] ?? sharedReplacements[old];
    return replaced !== undefined && this.#lists(replaced) ? replaced : undefined;
  }

  /** Returns the sections of this release that have an option of this name. */
  findSections(option: string): readonly string[] {
    return [...this.#live].filter(([, options]) => options.has(option)).map(([section]) => section);
  }

  /** Returns the values that an option accepts; undefined if they are not enumerated. */
  choices(section: string, option: string): readonly string[] | undefined {
    const path = `${section}/${option}`;
    return this.#live.get(section)?.get(option)?.choices ?? this.service.choices[path] ?? sharedChoices[path];
  }

  #add(table: SectionTable, belongs: (section: string) => boolean): void {
    for (const [section, options] of Object.entries(table)) {
      if (!belongs(section)) continue;
      const existing = this.#ever.get(section) ?? [];
      this.#ever.set(section, new Map([...existing, ...Object.entries(options)]));
    }
  }

  /** Adds those options of a section that the release reads. */
  #addRelease(section: string, options: ReadonlyMap<string, Option>): void {
    const live = new Map([...options].filter(([, option]) => this.#isRead(option)));
    if (live.size > 0) this.#live.set(section, live);
    for (const [name, { was = [] }] of live) {
      const path = `${section}/${name}`;
      for (const old of was) if (old !== path) this.#renamed.set(old, path);
    }
    if (this.service.namedSections?.drivers.test(section)) this.#addNamedSectionOptions(live);
  }

  #addNamedSectionOptions(options: Iterable<readonly [string, Option]>): void {
    for (const [name, option] of options)
      if (this.#isRead(option)) this.#namedSectionOptions.set(name, option);
  }

  #isRead({ since, until }: Option): boolean {
    return isReleaseBetween(this.release, since, until);
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

function findLastSample(sections: SectionTable): Release {
  const newest = ensureDefined(releases[releases.length - 1]);
  let last: Release = releases[0];
  for (const options of Object.values(sections)) {
    for (const { until = newest } of Object.values(options))
      if (compareReleases(until, last) > 0) last = until;
  }
  return last;
}
