import type { AttributeTable } from '../../catalog/index.js';
import { type Change, type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { Access } from '../../hosts/host-files.js';
import { codeOf } from '../../hosts/refusal.js';
import { readConfig, rewriteConfig } from './config-file.js';
import type { Dialect } from './dialect.js';
import { ConfigDocument } from './document.js';
import { type Edit, editConfig } from './edit-config.js';

/** Where a resource's setting stands, and how a new line for it is written. */
export interface Location extends Omit<Edit, 'values'> {
  readonly path: string;
  readonly dialect: Dialect;
  /** Where the section is not there, the setting is none of this run's business. @default false */
  readonly onlyInSection?: boolean;
}

/** What a provider of settings has to know of its type. */
export interface ConfigProviderOptions<A extends AttributeTable> {
  locate(subject: Subject<A>): Location;
  /** Permissions and owners of a file that has to be made. */
  fresh(session: Session, subjects: readonly Subject<A>[]): Promise<Access>;
  /** Looks at a file that was read, beside the settings that are to be in it. @default nothing is looked at */
  notice?(session: Session, documents: Documents, subjects: readonly Subject<A>[]): void;
}

const absent: State = { ensure: 'absent' };

/** Reads and changes settings: each file is read once for all its settings, and written once for all changes. */
export function configProvider<A extends AttributeTable>(options: ConfigProviderOptions<A>): Provider<A> {
  const { locate, fresh, notice } = options;
  return {
    async read(session, subjects) {
      const files = new Map<string, Promise<Documents | Unreadable>>();
      const byPath = byKey(subjects, (subject) => locate(subject).path);
      for (const path of byPath.keys()) {
        files.set(
          path,
          session.once(`configuration file ${path}`, () => readDocuments(session, path)),
        );
      }
      for (const [path, group] of notice === undefined ? [] : byPath) {
        const documents = await files.get(path);
        if (documents instanceof Function) notice?.(session, documents, group);
      }
      const states = new Map<string, State | Unreadable>();
      for (const subject of subjects) {
        const location = locate(subject);
        const documents = (await files.get(location.path)) as Documents | Unreadable;
        states.set(
          subject.title,
          documents instanceof Unreadable ? documents : stateIn(documents, location, subject),
        );
      }
      return states;
    },

    async changeAll(session, changes) {
      for (const [path, group] of byKey(changes, ({ subject }) => locate(subject).path)) {
        const rewrite = (text: string) => rewritten(text, group, locate);
        const subjects = group.map(({ subject }) => subject);
        await rewriteConfig(session, path, rewrite, () => fresh(session, subjects));
      }
    },

    batchBy: (subject) => locate(subject).path,
  };
}

/** A file's text, read by each dialect that asks for it. */
export type Documents = (dialect: Dialect) => ConfigDocument;

async function readDocuments(session: Session, path: string): Promise<Documents | Unreadable> {
  try {
    const { text } = (await readConfig(session.host, path)) ?? { text: '' };
    const documents = new Map<string, ConfigDocument>();
    return (dialect) => {
      const key = dialectKey(dialect);
      const document = documents.get(key) ?? new ConfigDocument(text, dialect);
      documents.set(key, document);
      return document;
    };
  } catch (error) {
    return unreadable(error);
  }
}

/** Why a configuration file cannot be read. */
export function unreadable(error: unknown): Unreadable {
  return new Unreadable(messageOf(error), ['EACCES', 'EPERM'].includes(codeOf(error) ?? ''));
}

function stateIn(documents: Documents, location: Location, { wanted }: Subject): State {
  const document = documents(location.dialect);
  const { section, setting } = location;
  if (location.onlyInSection && !document.sections.has(section)) {
    return {
      ensure: wanted.ensure ?? 'absent',
      ...(wanted.value === undefined ? {} : { value: wanted.value }),
    };
  }
  if (setting === undefined) return document.sections.has(section) ? { ensure: 'present' } : absent;
  const value = document.values(section, setting);
  return value.length === 0 ? absent : { ensure: 'present', value };
}

function rewritten<A extends AttributeTable>(
  text: string,
  changes: readonly Change<A>[],
  locate: (subject: Subject<A>) => Location,
): string {
  const edits = changes.map(({ subject, diff }) => {
    const wanted = (subject.wanted as { readonly value?: readonly string[] }).value ?? [''];
    return { ...locate(subject), values: diff.removes ? [] : wanted };
  });
  let result = text;
  for (const group of byKey(edits, ({ dialect }) => dialectKey(dialect)).values()) {
    result = editConfig(result, group, (group[0] as (typeof edits)[number]).dialect);
  }
  return result;
}

function dialectKey({ separators, sectionPrefix, sectionSuffix, separator }: Dialect): string {
  return [...separators, sectionPrefix, sectionSuffix, separator].join('\n');
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
