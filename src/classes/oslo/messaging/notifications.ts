import { compareReleases, type Release } from '../../../data/releases.js';
import { createOptionsDefinedType, derive, joinAny, option, toArray } from '../../shared/index.js';

/** Older releases join the values, newer ones write one line per value. */
function drivers(value: unknown, release: Release): unknown {
  if (compareReleases(release, 'rocky') < 0) return joinAny(value);
  return derive(value, (clear) => (typeof clear === 'string' ? clear : toArray(clear)));
}

/** `oslo::messaging::notifications`: the options of oslo.messaging for notifications. */
export class Notifications extends createOptionsDefinedType(
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
      'URL of the broker for notifications, if it is a different one.',
      {
        secret: 'queens',
      },
    ),
    topics: option('oslo_messaging_notifications/topics', 'The topics that notifications are sent to.', {
      write: (value) => joinAny(value),
    }),
  },
  { doc: 'Notifications of a service (oslo.messaging).' },
) {}
