import { compareReleases, type Release } from '../../../data/releases.js';
import { asArray, derive, joinAny, option, optionsDefine } from '../../tables/index.js';

/** Older releases joined what is an option of several lines since. */
function drivers(value: unknown, release: Release): unknown {
  if (compareReleases(release, 'rocky') < 0) return joinAny(value);
  return derive(value, (clear) => (typeof clear === 'string' ? clear : asArray(clear)));
}

/** `oslo::messaging::notifications`: the options of oslo.messaging for notifications. */
export class Notifications extends optionsDefine(
  'oslo::messaging::notifications',
  {
    driver: option(
      'oslo_messaging_notifications/driver',
      'How notifications are sent: `messagingv2`, `log`, `noop`.',
      {
        write: drivers,
      },
    ),
    transport_url: option(
      'oslo_messaging_notifications/transport_url',
      'The broker for notifications, where it is another.',
      {
        secret: 'queens',
      },
    ),
    topics: option('oslo_messaging_notifications/topics', 'The topics that notifications are sent to.', {
      write: (value) => joinAny(value),
    }),
  },
  { doc: 'What a service tells the world about what happens in it (oslo.messaging).' },
) {}
