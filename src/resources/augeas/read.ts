import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { attributes, DesiredAugeas } from './attributes.js';
import { toPendingEdits } from './pending-edits.js';
import { type CommandTrial, tryCommands } from './try-commands.js';

/** Determines what commands would change by trying them on copies. */
export async function readAugeas(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const states = subjects.map(
    async ({ title, reference, desired }): Promise<[string, State | Unreadable]> => {
      try {
        const trial = await tryCommands(session, desired);
        for (const warning of trial.warnings) session.message(reference, warning, { level: 'debug' });
        return [title, toState(desired, trial)];
      } catch (error) {
        return [title, Unreadable.because(error)];
      }
    },
  );
  return new Map(await Promise.all(states));
}

function toState({ changes, force }: DesiredAugeas, { isConditionMet, files }: CommandTrial): State {
  return { changes: isConditionMet && (force || files.length > 0) ? toPendingEdits(files) : changes };
}
