import { type Change, type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import { readConfig, rewriteConfig } from '../config/config-file.js';
import { IniFile } from '../config/ini-file.js';
import { toIniSyntax } from '../config/ini-layout.js';
import type { attributes, WantedSubsetting } from './attributes.js';
import { findWord, removeWord, setWord, type Word, type WordForm } from './words.js';

type Words = Subject<typeof attributes>;

/** Each file is read once for all words that are looked for in it. */
export const provider: Provider<typeof attributes> = {
  async read(session, subjects) {
    const states = new Map<string, State | Unreadable>();
    for (const subject of subjects) {
      const { path } = subject.wanted;
      const text = await session.once(`words of ${path}`, () =>
        readConfig(session.host, path).then(
          (found) => found?.text ?? '',
          (error: unknown) => Unreadable.because(error),
        ),
      );
      states.set(subject.title, text instanceof Unreadable ? text : toState(text, subject));
    }
    return states;
  },

  /** All words of one file in one writing. */
  async changeAll(session, changes) {
    for (const path of new Set(changes.map(({ subject }) => subject.wanted.path))) {
      const here = changes.filter(({ subject }) => subject.wanted.path === path);
      const isPrivate = here.some(({ subject }) => subject.secrets.has('value'));
      await rewriteConfig(
        session,
        path,
        (text) => here.reduce(applyChange, text),
        async () => ({ mode: isPrivate ? 0o600 : 0o644 }),
      );
    }
  },

  batchBy: ({ wanted }) => wanted.path,
  edits: ({ wanted }) => [wanted.path],
};

function applyChange(text: string, { subject: { wanted }, diff }: Change<typeof attributes>): string {
  const { section, setting, value = '', insert_type, insert_value, delete_if_empty } = wanted;
  const [form, word] = [toWordForm(wanted), toWord(wanted)];
  const file = parseFile(text, wanted);
  const [is] = file.values(section, setting);
  if (diff.removes && is === undefined) return text;
  // A word before it in the same run may begin with this one: then this one is there, as it would be in the next run.
  const isThere = is !== undefined && findWord(is, form, word) !== undefined;
  if (!diff.removes && wanted.value === undefined && isThere) return text;
  const should = diff.removes
    ? removeWord(is ?? '', form, word)
    : setWord(is ?? '', form, word, value, { type: insert_type, at: insert_value });
  const gone = delete_if_empty && /^(["']?)\1$/.test(should);
  const layout = { separator: wanted.key_val_separator, indentChar: ' ' };
  file.setFirst(section, setting, gone ? undefined : should, layout);
  return file.changed ? file.text : text;
}

function toState(text: string, { wanted }: Words): State {
  // Of a setting that is there several times, the first counts.
  const [value] = parseFile(text, wanted).values(wanted.section, wanted.setting);
  const found = value === undefined ? undefined : findWord(value, toWordForm(wanted), toWord(wanted));
  return found === undefined ? { ensure: 'absent' } : { ensure: 'present', value: found };
}

function parseFile(text: string, { key_val_separator }: WantedSubsetting): IniFile {
  return new IniFile(text, toIniSyntax(key_val_separator));
}

function toWordForm({ subsetting_separator, quote_char }: WantedSubsetting): WordForm {
  return { separator: subsetting_separator, quote: quote_char };
}

function toWord({ subsetting, subsetting_key_val_separator, use_exact_match }: WantedSubsetting): Word {
  return { name: subsetting, separator: subsetting_key_val_separator, exact: use_exact_match };
}
