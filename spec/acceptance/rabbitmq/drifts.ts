/** Something changed by hand, with the broker's own tools. */
export interface Drift {
  readonly what: string;
  readonly by: readonly string[];
  /** What a plan is certain of, and all that an apply changes. */
  readonly will: readonly string[];
}

const ctl = (...words: readonly string[]) => ['rabbitmqctl', '--quiet', ...words];

const inV = [
  'Rabbitmq_user_permissions[glance@v]',
  'Rabbitmq_policy[short@v]',
  'Rabbitmq_parameter[limits@v]',
  'Rabbitmq_exchange[e@v]',
  'Rabbitmq_queue[q@v]',
  'Rabbitmq_binding[e@q@v]',
];

/** What the broker is subjected to, one after the other; each is repaired before the next. */
export const drifts: readonly Drift[] = [
  {
    what: 'a password',
    by: ctl('change_password', 'glance', 'another'),
    will: ['Rabbitmq_user[glance]'],
  },
  {
    what: 'a password that was taken away',
    by: ctl('clear_password', 'glance'),
    will: ['Rabbitmq_user[glance]'],
  },
  {
    what: 'the tags of an account',
    by: ctl('set_user_tags', 'glance', 'management'),
    will: ['Rabbitmq_user[glance]'],
  },
  {
    what: 'permissions',
    by: ctl('set_permissions', '-p', 'v', 'glance', '.*', '.*', '^$'),
    will: ['Rabbitmq_user_permissions[glance@v]'],
  },
  {
    what: 'permissions that were cleared',
    by: ctl('clear_permissions', '-p', '/', 'glance'),
    will: ['Rabbitmq_user_permissions[glance@/]'],
  },
  {
    what: 'an account that was deleted, and its permissions with it',
    by: ctl('delete_user', 'glance'),
    will: [
      'Rabbitmq_user[glance]',
      'Rabbitmq_user_permissions[glance@/]',
      'Rabbitmq_user_permissions[glance@v]',
    ],
  },
  {
    what: 'an account that should not be there',
    by: ctl('add_user', 'guest', 'guest'),
    will: ['Rabbitmq_user[guest]'],
  },
  {
    what: 'a policy',
    by: ctl('set_policy', '-p', 'v', '--apply-to', 'all', 'short', '^q', '{"message-ttl":6000}'),
    will: ['Rabbitmq_policy[short@v]'],
  },
  {
    what: 'a parameter that was cleared',
    by: ctl('clear_vhost_limits', '-p', 'v'),
    will: ['Rabbitmq_parameter[limits@v]'],
  },
  {
    what: 'a queue that was deleted, and its binding with it',
    by: ctl('delete_queue', '--vhost', 'v', 'q'),
    will: ['Rabbitmq_queue[q@v]', 'Rabbitmq_binding[e@q@v]'],
  },
  {
    what: 'a virtual host that was deleted, and all that was in it',
    by: ctl('delete_vhost', 'v'),
    will: ['Rabbitmq_vhost[v]', ...inV],
  },
  {
    what: 'a plugin that was disabled',
    by: ['rabbitmq-plugins', '--quiet', 'disable', 'rabbitmq_management'],
    will: ['Rabbitmq_plugin[rabbitmq_management]'],
  },
];
