import { didYouMean } from '../../../errors/nearest.js';
import type { ConfigDocument } from '../config-document.js';
import { indentOf } from '../syntax.js';
import { isUnlisted } from './is-unlisted.js';

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

/** `#workers = <None>`: a sample follows the `#` directly, prose does not. */
const sampleLine = /^#([A-Za-z][\w-]*)\s*=/;

/** `# Deprecated group/name - [DEFAULT]/logdir`; older generators write a semicolon. */
const olderName = /^# Deprecated group[/;]name - \[?([^\]/;]+)\]?[/;](.+)$/;

/**
 * Finds the settings that the sample in a file does not list although it has their section: the list of the installed
 * package is the most accurate one. Settings in the file count as listed, because setting an option often means to
 * uncomment its sample.
 */
export function* findUnlistedSettings<S extends NamedSetting>(
  document: ConfigDocument,
  subjects: readonly S[],
): Iterable<UnlistedSetting<S>> {
  const samples = parseSamples(document);
  for (const subject of subjects) {
    const { section, setting } = subject;
    const listed = samples.options.get(section);
    if (listed === undefined || listed.has(setting) || samples.older.has(`${section}/${setting}`)) continue;
    const known = new Set([...listed, ...(document.sections.get(section)?.settings.keys() ?? [])]);
    if (known.has(setting) || isUnlisted(section, setting, known)) continue;
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
