import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { readConfig } from '../config/config-file.js';
import type { attributes } from './attributes.js';
import { parseFile, toWord, toWordForm } from './word-in-file.js';
import { findWord } from './words.js';

/** Reads each file once for all its words. */
export async function readWords(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const states = new Map<string, State | Unreadable>();
  for (const subject of subjects) {
    const { path } = subject.desired;
    const text = await session.once(`words of ${path}`, () =>
      readConfig(session.host, path).then(
        (found) => found?.text ?? '',
        (error: unknown) => Unreadable.because(error),
      ),
    );
    states.set(subject.title, text instanceof Unreadable ? text : toState(text, subject));
  }
  return states;
}

function toState(text: string, { desired }: Subject<typeof attributes>): State {
  // The first one of several lines of a setting counts.
  const [value] = parseFile(text, desired).values(desired.section, desired.setting);
  const found = value === undefined ? undefined : findWord(value, toWordForm(desired), toWord(desired));
  return found === undefined ? { ensure: 'absent' } : { ensure: 'present', value: found };
}
