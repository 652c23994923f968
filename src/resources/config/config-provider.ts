import type { AttributeTable } from '../../catalog/index.js';
import { type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { Access } from '../../hosts/host-files.js';
import { reveal, type Secret } from '../../secrets/secret.js';
import { readConfig, rewriteConfig } from './config-file.js';
import type { Dialect, Edit, SettingsDocument } from './dialect.js';

/** The file, section and name of a resource's setting, and how a new line for it is written. */
export type Location<L = unknown> = Omit<Edit, 'values'> &
  L & {
    readonly path: string;
    readonly dialect: Dialect<SettingsDocument, L>;
    /** Whether the setting is only managed if its section exists. @default false */
    readonly onlyInSection?: boolean;
  };

/** The differences between the types of settings. */
export interface ConfigProviderOptions<A extends AttributeTable, L = unknown> {
  locate(subject: Subject<A>): Location<L>;
  /** Permissions and owners of a new file. */
  newFileAccess(session: Session, subjects: readonly Subject<A>[]): Promise<Access>;
  /** Whether another resource of the catalog creates a section that does not exist. @default no */
  isSectionDeclared?(session: Session, location: Location<L>): Promise<boolean>;
  /** Inspects a file that was read, and the settings that are declared for it. @default no inspection */
  inspect?(session: Session, file: ParsedFile, subjects: readonly Subject<A>[]): void;
}

type Values = readonly string[];

/** A setting to write or to remove. */
interface SettingWrite<A extends AttributeTable> {
  readonly subject: Subject<A>;
  readonly removes: boolean;
}

/** A provider of settings that can also write them without a comparison. */
export interface ConfigProvider<A extends AttributeTable> extends Provider<A> {
  /**
   * Writes settings.
   * @returns whether anything was written.
   */
  set(session: Session, settings: readonly SettingWrite<A>[]): Promise<boolean>;
}

const absent: State = { ensure: 'absent' };

/** Creates a provider of settings: each file is read once for all its settings, and written once for all changes. */
export function createConfigProvider<A extends AttributeTable, L = unknown>(
  options: ConfigProviderOptions<A, L>,
): ConfigProvider<A> {
  const { locate, newFileAccess, inspect, isSectionDeclared } = options;
  const locateIn = async (session: Session, subject: Subject<A>): Promise<Location<L>> => {
    const location = locate(subject);
    const isCreated =
      location.onlyInSection === true && (await isSectionDeclared?.(session, location)) === true;
    return isCreated ? { ...location, onlyInSection: false } : location;
  };
  const set: ConfigProvider<A>['set'] = async (session, settings) => {
    let written = false;
    for (const [path, group] of groupByKey(settings, ({ subject }) => locate(subject).path)) {
      const subjects = group.map(({ subject }) => subject);
      const edits = await Promise.all(
        group.map(async (setting) => toEdit(setting, await locateIn(session, setting.subject))),
      );
      written =
        (await rewriteConfig(
          session,
          path,
          (text) => applyEdits(text, edits),
          () => newFileAccess(session, subjects),
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
      for (const [path, group] of inspect === undefined ? [] : byPath) {
        const file = await files.get(path);
        if (file instanceof Function) inspect?.(session, file, group);
      }
      const states = new Map<string, State | Unreadable>();
      for (const subject of subjects) {
        const location = await locateIn(session, subject);
        const file = (await files.get(location.path)) as ParsedFile | Unreadable;
        states.set(subject.title, file instanceof Unreadable ? file : toState(file, location, subject));
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

/** A file's text, parsed once per dialect. */
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

function toState<L>(file: ParsedFile, location: Location<L>, { desired }: Subject): State {
  const document = file(location.dialect);
  const { section, setting } = location;
  if (location.onlyInSection && !document.hasSection(section)) {
    return {
      ensure: desired.ensure ?? 'absent',
      ...(desired.value === undefined ? {} : { value: reveal(desired.value) }),
    };
  }
  if (setting === undefined) return document.hasSection(section) ? { ensure: 'present' } : absent;
  const value = document.values(section, setting);
  return value.length === 0 ? absent : { ensure: 'present', value };
}

function toEdit<A extends AttributeTable, L>(
  { subject, removes }: SettingWrite<A>,
  location: Location<L>,
): Location<L> & { readonly values: Values } {
  const { value } = subject.desired as { readonly value?: Values | Secret<Values> };
  return { ...location, values: removes ? [] : (reveal(value) ?? ['']) };
}

function applyEdits<L>(text: string, edits: readonly (Location<L> & { readonly values: Values })[]): string {
  let result = text;
  for (const group of groupNeighbours(edits, ({ dialect }) => dialect.key)) {
    const { dialect } = group[0];
    const before = dialect.parse(result);
    const applicable = group.filter(
      ({ section, onlyInSection }) => !onlyInSection || before.hasSection(section),
    );
    result = dialect.edit(result, applicable);
  }
  return result;
}

/** Groups neighbours with the same key, so that settings in several dialects are still written in their order. */
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
