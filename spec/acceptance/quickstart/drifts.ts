/** Something broken by hand. */
export interface Drift {
  readonly what: string;
  /** How it is broken, in the host. */
  readonly by: readonly string[];
  /** What a plan must be certain of. */
  readonly will: readonly string[];
  /** What an apply may touch beside that: what is refreshed by it, and what has to wait for it. */
  readonly also: readonly string[];
}

const conf = '/etc/glance/glance-api.conf';
const sync = 'Exec[glance-manage db_sync]';
const metadata = 'Exec[glance-manage db_load_metadefs]';
const service = 'Service[glance-api]';
const answers = 'Http_conn_validator[the image API]';
const restarted = [sync, metadata, service, answers];

/** What the quickstart's host is subjected to, one after the other; each is repaired before the next. */
export const drifts = (stop: readonly string[], disable: readonly string[]): readonly Drift[] => [
  {
    what: 'a setting that was edited',
    by: ['sed', '-i', 's/^enabled_backends *=.*/enabled_backends = elsewhere:file/', conf],
    will: ['Glance_api_config[DEFAULT/enabled_backends]', service],
    also: restarted,
  },
  {
    what: 'a setting that was removed',
    by: ['sed', '-i', '/^bind_port *=/d', conf],
    will: ['Glance_api_config[DEFAULT/bind_port]', service],
    also: restarted,
  },
  {
    what: 'a setting that was added, and is left to the service',
    by: ['sed', '-i', '0,/^\\[DEFAULT\\]/s//[DEFAULT]\\nbacklog = 7/', conf],
    will: ['Glance_api_config[DEFAULT/backlog]', service],
    also: restarted,
  },
  {
    what: 'the mode of the image directory',
    by: ['chmod', '0777', '/var/lib/glance/images'],
    will: ['File[/var/lib/glance/images]'],
    also: [],
  },
  {
    what: 'the owner of the image directory',
    by: ['chown', 'root:root', '/var/lib/glance/images'],
    will: ['File[/var/lib/glance/images]'],
    also: [],
  },
  { what: 'the service, stopped', by: stop, will: [service], also: [answers] },
  { what: 'the service, disabled', by: disable, will: [service], also: [answers] },
  {
    what: 'the package, removed',
    by: ['apt-get', 'remove', '-y', '-q', 'glance-api'],
    will: ['Package[glance-api]'],
    also: restarted,
  },
];
