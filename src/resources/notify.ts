import { anything, boolean, nativeType, parameter, title } from '../catalog/index.js';
import { provide } from '../engine/provider.js';

/**
 * A message in the log of every run. It does not count as a change, but as in Puppet it refreshes what it notifies in every
 * run.
 * @example
 * new Notify(site, 'deployed release', { message: 'This node runs Zed.', loglevel: 'warning' });
 */
export class Notify extends nativeType(
  'notify',
  {
    name: title('The message, unless `message` is given.', undefined, { text: 'lines' }),
    message: parameter(anything, 'The message. @default the title', { text: 'lines' }),
    withpath: parameter(boolean, 'Whether the message is displayed with the reference of the resource.', {
      default: false,
    }),
  },
  {
    doc: 'A message in the log of the run. The resources that it notifies are refreshed in every run.',
    several: true,
  },
) {}

provide(Notify, {
  prefetchable: false,
  signals: true,
  undisturbed: () => true,
  read: async (session, subjects) => {
    for (const { reference, desired, loglevel } of subjects) {
      const message = desired.message ?? desired.name;
      const text = typeof message === 'string' ? message : JSON.stringify(message);
      session.message(reference, text, { level: loglevel, bare: !desired.withpath });
    }
    return new Map(subjects.map((subject) => [subject.title, {}]));
  },
});
