import { type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import { codeOf } from '../../hosts/refusal.js';
import { readConfig, rewriteConfig } from '../config/config-file.js';
import type { Dialect } from '../config/dialect.js';
import { ConfigDocument } from '../config/document.js';
import { editConfig } from '../config/edit-config.js';
import type { attributes, Wanted } from './attributes.js';
import { type Word, type WordForm, withoutWord, withWord, wordIn } from './words.js';

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
          (error) => new Unreadable(messageOf(error), ['EACCES', 'EPERM'].includes(codeOf(error) ?? '')),
        ),
      );
      states.set(subject.title, text instanceof Unreadable ? text : stateIn(text, subject));
    }
    return states;
  },

  async change(session, { wanted }, diff) {
    const { path, section, setting, value = '', insert_type, insert_value, delete_if_empty } = wanted;
    const [form, word, dialect] = [formOf(wanted), wordOf(wanted), dialectOf(wanted)];
    const rewrite = (text: string) => {
      const is = new ConfigDocument(text, dialect).values(section, setting).at(-1);
      if (diff.removes && is === undefined) return text;
      const should = diff.removes
        ? withoutWord(is ?? '', form, word)
        : withWord(is ?? '', form, word, value, { type: insert_type, at: insert_value });
      const gone = delete_if_empty && /^(["']?)\1$/.test(should);
      return editConfig(text, [{ section, setting, values: gone ? [] : [should] }], dialect);
    };
    await rewriteConfig(session, path, rewrite, async () => ({ mode: 0o644 }));
  },
};

function stateIn(text: string, { wanted }: Words): State {
  const { section, setting } = wanted;
  const value = new ConfigDocument(text, dialectOf(wanted)).values(section, setting).at(-1);
  const found = value === undefined ? undefined : wordIn(value, formOf(wanted), wordOf(wanted));
  return found === undefined ? { ensure: 'absent' } : { ensure: 'present', value: found };
}

function formOf({ subsetting_separator, quote_char }: Wanted): WordForm {
  return { separator: subsetting_separator, quote: quote_char };
}

function wordOf({ subsetting, subsetting_key_val_separator, use_exact_match, value }: Wanted): Word {
  return {
    name: subsetting,
    separator: subsetting_key_val_separator,
    exact: use_exact_match ?? value === undefined,
  };
}

function dialectOf({ key_val_separator }: Wanted): Dialect {
  const separators = [key_val_separator.trim() || ' '];
  return { separators, separator: key_val_separator, sectionPrefix: '[', sectionSuffix: ']' };
}
