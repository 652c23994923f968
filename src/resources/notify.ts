import { anything, boolean, nativeType, parameter, title } from '../catalog/index.js';
import { provide } from '../engine/provider.js';

/** Says something in the run's log, each time that it is applied. It changes nothing, and never counts as a change. */
export class Notify extends nativeType(
  'notify',
  {
    name: title('What is said, unless message says it.'),
    message: parameter(anything, 'What is said.'),
    withpath: parameter(boolean, 'Taken for catalogs of Puppet; events always name the resource.', {
      default: false,
    }),
  },
  { doc: 'A message in the log of the run.', several: true },
) {}

provide(Notify, {
  readsAhead: false,
  undisturbed: () => true,
  read: async (session, notes) => {
    for (const { reference, wanted } of notes) {
      const said = wanted.message ?? wanted.name;
      session.message(reference, typeof said === 'string' ? said : JSON.stringify(said));
    }
    return new Map(notes.map(({ title: name }) => [name, {}]));
  },
});
