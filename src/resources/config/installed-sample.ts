import { isUnlisted } from '../../data/options/is-unlisted.js';
import { didYouMean } from '../../errors/nearest.js';
import type { ConfigDocument } from './config-document.js';
import { indentOf } from './syntax.js';

/** A setting that is to be in a file, by its two names. */
export interface NamedSetting {
  readonly section: string;
  readonly setting: string;
}

/** A setting that an installed sample does not list. */
export interface UnlistedSetting<S extends NamedSetting> {
  readonly subject: S;
  readonly hint: string | undefined;
}

/** `#workers = <None>`: a sample follows its mark at once, prose does not. */
const sampleLine = /^#([A-Za-z][\w-]*)\s*=/;

/** `# Deprecated group/name - [DEFAULT]/logdir`, and as older generators wrote it, with a semicolon. */
const olderName = /^# Deprecated group[/;]name - \[?([^\]/;]+)\]?[/;](.+)$/;

/**
 * The settings that the sample in a file does not list although it has their section: a package brings its
 * service's own list along, which tells better than any other what the service reads. Settings that are in the
 * file already count as listed, because whoever sets an option often takes the mark off its sample.
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
  /** Older names that the service still reads, as `section/name`. */
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
