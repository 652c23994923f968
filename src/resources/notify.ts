import { anything, boolean, nativeType, parameter, title } from '../catalog/index.js';
import { provide } from '../engine/provider.js';

/**
 * Says something in the run's log, each time that it is applied. It changes nothing, and does not count as a change; what
 * it notifies is refreshed each time all the same, as in Puppet.
 */
export class Notify extends nativeType(
  'notify',
  {
    name: title('What is said, unless message says it.', undefined, { text: 'lines' }),
    message: parameter(anything, 'What is said.', { text: 'lines' }),
    withpath: parameter(boolean, 'Whether the message is shown with the name of the resource.', {
      default: false,
    }),
  },
  { doc: 'A message in the log of the run. What it notifies is refreshed in every run.', several: true },
) {}

provide(Notify, {
  readsAhead: false,
  signals: true,
  undisturbed: () => true,
  read: async (session, notes) => {
    for (const { reference, wanted, loglevel } of notes) {
      const said = wanted.message ?? wanted.name;
      const text = typeof said === 'string' ? said : JSON.stringify(said);
      session.message(reference, text, { level: loglevel, bare: !wanted.withpath });
    }
    return new Map(notes.map(({ title: name }) => [name, {}]));
  },
});
