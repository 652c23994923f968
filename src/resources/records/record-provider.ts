import type { AttributeTable } from '../../catalog/index.js';
import { type Change, type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { readConfig, rewriteConfig } from '../config/config-file.js';

/** The differences between the types of records. `F` is a parsed file. */
export interface RecordProviderOptions<A extends AttributeTable, F extends { readonly text: string }> {
  /** The default file of the type. */
  readonly defaultTarget: string;
  targetOf(subject: Subject<A>): string;
  parse(text: string): F;
  /** Finds the state of a resource in a file; undefined if it does not exist. */
  find(file: F, subject: Subject<A>): State | undefined;
  edit(file: F, change: Change<A>): void;
  /** Lists the states of all records of a file, by title. */
  list(file: F): ReadonlyMap<string, State>;
}

/** Creates a provider of records: each file is read once for all its records, and written once for all changes. */
export function createRecordProvider<A extends AttributeTable, F extends { readonly text: string }>(
  options: RecordProviderOptions<A, F>,
): Provider<A> {
  const { defaultTarget, targetOf, parse, find, edit, list } = options;
  return {
    batchBy: targetOf,
    edits: (subject) => [targetOf(subject)],

    async read({ host }, subjects) {
      const files = new Map<string, F | Unreadable>();
      for (const target of new Set(subjects.map(targetOf))) {
        const file = readConfig(host, target).then((found) => parse(found?.text ?? ''));
        files.set(target, await file.catch((error: unknown) => Unreadable.because(error)));
      }
      return new Map(
        subjects.map((subject) => {
          const file = ensureDefined(files.get(targetOf(subject)));
          const state = file instanceof Unreadable ? file : find(file, subject);
          return [subject.title, state ?? { ensure: 'absent' }] as const;
        }),
      );
    },

    async changeAll(session, changes) {
      for (const target of new Set(changes.map(({ subject }) => targetOf(subject)))) {
        const changesOfFile = changes.filter(({ subject }) => targetOf(subject) === target);
        await rewriteConfig(session, target, (before) => {
          const file = parse(before);
          for (const change of changesOfFile) edit(file, change);
          return file.text;
        });
      }
    },

    list: async ({ host }) => list(parse((await readConfig(host, defaultTarget))?.text ?? '')),
  };
}
