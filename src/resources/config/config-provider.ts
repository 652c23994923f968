import type { AttributeTable } from '../../catalog/index.js';
import { type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { Access } from '../../hosts/host-files.js';
import { reveal, type Secret } from '../../secrets/secret.js';
import { readConfig, rewriteConfig } from './config-file.js';
import type { Dialect, Edit, SettingsDocument } from './dialect.js';

/** Where a resource's setting stands, and how a new line for it is written. */
export type Location<L = unknown> = Omit<Edit, 'values'> &
  L & {
    readonly path: string;
    readonly dialect: Dialect<SettingsDocument, L>;
    /** Where the section is not there, the setting is none of this run's business. @default false */
    readonly onlyInSection?: boolean;
  };

/** What a provider of settings has to know of its type. */
export interface ConfigProviderOptions<A extends AttributeTable, L = unknown> {
  locate(subject: Subject<A>): Location<L>;
  /** Permissions and owners of a file that has to be made. */
  newFileAccess(session: Session, subjects: readonly Subject<A>[]): Promise<Access>;
  /** Whether another resource of the catalog makes the section that is not there. @default none does */
  isSectionDeclared?(session: Session, location: Location<L>): Promise<boolean>;
  /** Looks at a file that was read, beside the settings that are to be in it. @default nothing is looked at */
  inspect?(session: Session, documents: ParsedFile, subjects: readonly Subject<A>[]): void;
}

type Values = readonly string[];

/** A setting as it is to be: as wanted, or not there. */
interface DesiredSetting<A extends AttributeTable> {
  readonly subject: Subject<A>;
  readonly removes: boolean;
}

/** A provider of settings that can be told to write them whatever was read. */
export interface ConfigProvider<A extends AttributeTable> extends Provider<A> {
  /** @returns whether anything was written */
  set(session: Session, outcomes: readonly DesiredSetting<A>[]): Promise<boolean>;
}

const absent: State = { ensure: 'absent' };

/** Reads and changes settings: each file is read once for all its settings, and written once for all changes. */
export function createConfigProvider<A extends AttributeTable, L = unknown>(
  options: ConfigProviderOptions<A, L>,
): ConfigProvider<A> {
  const { locate, newFileAccess: fresh, inspect: notice, isSectionDeclared: makesSection } = options;
  const locateIn = async (session: Session, subject: Subject<A>): Promise<Location<L>> => {
    const location = locate(subject);
    const made = location.onlyInSection === true && (await makesSection?.(session, location)) === true;
    return made ? { ...location, onlyInSection: false } : location;
  };
  const set: ConfigProvider<A>['set'] = async (session, outcomes) => {
    let written = false;
    for (const [path, group] of groupByKey(outcomes, ({ subject }) => locate(subject).path)) {
      const subjects = group.map(({ subject }) => subject);
      const edits = await Promise.all(
        group.map(async (outcome) => toEdit(outcome, await locateIn(session, outcome.subject))),
      );
      written =
        (await rewriteConfig(
          session,
          path,
          (text) => applyEdits(text, edits),
          () => fresh(session, subjects),
        )) || written;
    }
    return written;
  };
  return {
    async read(session, subjects) {
      const files = new Map<string, Promise<ParsedFile | Unreadable>>();
      const byPath = groupByKey(subjects, (subject) => locate(subject).path);
      for (const path of byPath.keys()) {
        files.set(
          path,
          session.once(`configuration file ${path}`, () => readFile(session, path)),
        );
      }
      for (const [path, group] of notice === undefined ? [] : byPath) {
        const documents = await files.get(path);
        if (documents instanceof Function) notice?.(session, documents, group);
      }
      const states = new Map<string, State | Unreadable>();
      for (const subject of subjects) {
        const location = await locateIn(session, subject);
        const documents = (await files.get(location.path)) as ParsedFile | Unreadable;
        states.set(
          subject.title,
          documents instanceof Unreadable ? documents : toState(documents, location, subject),
        );
      }
      return states;
    },

    set,
    async changeAll(session, changes) {
      await set(
        session,
        changes.map(({ subject, diff }) => ({ subject, removes: diff.removes })),
      );
    },

    batchBy: (subject) => locate(subject).path,
    edits: (subject) => [locate(subject).path],
  };
}

/** A file's text, read by each dialect that asks for it. */
export type ParsedFile = <D extends SettingsDocument>(dialect: Pick<Dialect<D>, 'key' | 'parse'>) => D;

async function readFile(session: Session, path: string): Promise<ParsedFile | Unreadable> {
  try {
    const { text } = (await readConfig(session.host, path)) ?? { text: '' };
    const documents = new Map<string, SettingsDocument>();
    return <D extends SettingsDocument>(dialect: Pick<Dialect<D>, 'key' | 'parse'>) => {
      const document = documents.get(dialect.key) ?? dialect.parse(text);
      documents.set(dialect.key, document);
      return document as D;
    };
  } catch (error) {
    return Unreadable.because(error);
  }
}

function toState<L>(documents: ParsedFile, location: Location<L>, { wanted }: Subject): State {
  const document = documents(location.dialect);
  const { section, setting } = location;
  if (location.onlyInSection && !document.hasSection(section)) {
    return {
      ensure: wanted.ensure ?? 'absent',
      ...(wanted.value === undefined ? {} : { value: reveal(wanted.value) }),
    };
  }
  if (setting === undefined) return document.hasSection(section) ? { ensure: 'present' } : absent;
  const value = document.values(section, setting);
  return value.length === 0 ? absent : { ensure: 'present', value };
}

function toEdit<A extends AttributeTable, L>(
  { subject, removes }: DesiredSetting<A>,
  location: Location<L>,
): Location<L> & { readonly values: Values } {
  const { value } = subject.wanted as { readonly value?: Values | Secret<Values> };
  return { ...location, values: removes ? [] : (reveal(value) ?? ['']) };
}

function applyEdits<L>(text: string, edits: readonly (Location<L> & { readonly values: Values })[]): string {
  let result = text;
  for (const group of groupNeighbours(edits, ({ dialect }) => dialect.key)) {
    const { dialect } = group[0];
    const before = dialect.parse(result);
    const meant = group.filter(({ section, onlyInSection }) => !onlyInSection || before.hasSection(section));
    result = dialect.edit(result, meant);
  }
  return result;
}

/** Neighbours with the same key: of settings in several dialects, each is still written after the one before it. */
function groupNeighbours<T>(items: readonly T[], key: (item: T) => string): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last !== undefined && key(last[0]) === key(item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function groupByKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
