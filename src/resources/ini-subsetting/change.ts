import type { Change } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { rewriteConfig } from '../config/config-file.js';
import type { attributes } from './attributes.js';
import { parseFile, toWord, toWordForm } from './word-in-file.js';
import { findWord, removeWord, setWord } from './words.js';

/** Changes all words of a file in one write. */
export async function changeWords(
  session: Session,
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
  for (const path of new Set(changes.map(({ subject }) => subject.desired.path))) {
    const changesOfFile = changes.filter(({ subject }) => subject.desired.path === path);
    const isPrivate = changesOfFile.some(({ subject }) => subject.secrets.has('value'));
    await rewriteConfig(
      session,
      path,
      (text) => changesOfFile.reduce(applyChange, text),
      async () => ({ mode: isPrivate ? 0o600 : 0o644 }),
    );
  }
}

function applyChange(text: string, { subject: { desired }, diff }: Change<typeof attributes>): string {
  const { section, setting, value = '', insert_type, insert_value, delete_if_empty } = desired;
  const [form, word] = [toWordForm(desired), toWord(desired)];
  const file = parseFile(text, desired);
  const [is] = file.values(section, setting);
  if (diff.removes && is === undefined) return text;
  // A word that was added in the same run may begin with this one: then this one is in sync, as in the next run.
  const isPresent = is !== undefined && findWord(is, form, word) !== undefined;
  if (!diff.removes && desired.value === undefined && isPresent) return text;
  const should = diff.removes
    ? removeWord(is ?? '', form, word)
    : setWord(is ?? '', form, word, value, { type: insert_type, at: insert_value });
  const isRemoved = delete_if_empty && /^(["']?)\1$/.test(should);
  const layout = { separator: desired.key_val_separator, indentChar: ' ' };
  file.setFirst(section, setting, isRemoved ? undefined : should, layout);
  return file.changed ? file.text : text;
}
