import { didYouMean } from '../../../errors/nearest.js';
import type { ConfigDocument } from '../config-document.js';
import { indentOf } from '../syntax.js';
import { isUnlisted } from './is-unlisted.js';
import type { ServiceOptions } from './service-options.js';

/** A setting, by section and name. */
export interface NamedSetting {
  readonly section: string;
  readonly setting: string;
}

/** A setting that an installed sample does not list. */
export interface UnlistedSetting<S extends NamedSetting> {
  readonly subject: S;
  readonly hint: string | undefined;
}

/** `#workers = <None>`: unlike prose, a sample has no space after the comment mark. */
const sampleLine = /^#([A-Za-z][\w-]*)\s*=/;

/** `# Deprecated group/name - [DEFAULT]/logdir`; older generators wrote a semicolon instead of the slash. */
const olderName = /^# Deprecated group[/;]name - \[?([^\]/;]+)\]?[/;](.+)$/;

/**
 * Returns the settings that the sample in a file does not list although it has their section: the sample of the package
 * is the most reliable list of what the service reads. Settings that are in the file already count as listed, because
 * setting an option often means uncommenting its sample.
 */
export function* findUnlistedSettings<S extends NamedSetting>(
  service: ServiceOptions,
  document: ConfigDocument,
  subjects: readonly S[],
): Iterable<UnlistedSetting<S>> {
  const samples = parseSamples(document);
  for (const subject of subjects) {
    const { section, setting } = subject;
    const listed = samples.options.get(section);
    if (listed === undefined || listed.has(setting) || samples.older.has(`${section}/${setting}`)) continue;
    const known = new Set([...listed, ...(document.sections.get(section)?.settings.keys() ?? [])]);
    if (known.has(setting) || isUnlisted(service, section, setting, known)) continue;
    yield { subject, hint: didYouMean(setting, known) };
  }
}

interface Samples {
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
  /** Older names that the service still supports, as `section/name`. */
  readonly older: ReadonlySet<string>;
}

function parseSamples(document: ConfigDocument): Samples {
  const options = new Map<string, Set<string>>();
  const older = new Set<string>();
  for (const { name, ranges } of document.sections.values()) {
    for (const { header, end } of ranges) {
      for (let line = header + 1; line < end; line += 1) {
        if (document.kinds[line] !== 'comment') continue;
        const body = document.body(line);
        const text = body.slice(indentOf(body)).trimEnd();
        const sample = sampleLine.exec(text)?.[1];
        if (sample !== undefined) add(options, name, sample);
        const [, section, option] = olderName.exec(text) ?? [];
        if (section !== undefined) older.add(`${section}/${option}`);
      }
    }
  }
  return { options, older };
}

function add(options: Map<string, Set<string>>, section: string, option: string): void {
  const known = options.get(section);
  if (known === undefined) options.set(section, new Set([option]));
  else known.add(option);
}
