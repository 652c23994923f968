import { dirname } from 'node:path';
import {
  matching,
  nativeType,
  oneOf,
  parameter,
  property,
  Reference,
  title,
} from '../../../catalog/index.js';
import { type Change, provide, type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { requireReadable } from '../../tools/require-readable.js';
import { runTool } from '../../tools/run-tool.js';
import { provider } from '../shared-attributes.js';
import { ENABLED_PLUGINS, parseEnabledPlugins } from './enabled-plugins.js';

const attributes = {
  name: title(
    'Name of the plugin.',
    matching(/^[a-z][A-Za-z0-9_@]*$/, 'the name of a plugin: lower-case letters, digits and _'),
  ),
  ensure: property(oneOf('present', 'absent'), 'Whether it is enabled.', { default: 'present' }),
  mode: parameter(
    oneOf('online', 'offline', 'best'),
    "Whether the running broker is changed ('online'), only its file ('offline'), or the broker if it runs ('best').",
    { default: 'best' },
  ),
  umask: parameter(
    matching(/^0?[0-7]{1,3}$/, 'a umask in octal'),
    'The umask with which the file of plugins is written.',
    {
      default: '0022',
    },
  ),
  provider,
} as const;

/**
 * A plugin of RabbitMQ that is enabled or disabled.
 * @example
 * new RabbitmqPlugin(site, 'rabbitmq_management', {});
 */
export class RabbitmqPlugin extends nativeType('rabbitmq_plugin', attributes, {
  doc: 'A plugin of RabbitMQ. Its dependencies are enabled with it.',
  autorequire: () => [new Reference('package', 'rabbitmq-server')],
}) {}

provide(RabbitmqPlugin, {
  async read(session, subjects) {
    const enabled = await session.once(ENABLED_PLUGINS, () => readEnabledPlugins(session));
    return new Map(
      subjects.map(({ title, name }) => [
        title,
        enabled instanceof Unreadable ? enabled : toState(enabled, name),
      ]),
    );
  },

  changeAll: (session, changes) =>
    session.exclusively([ENABLED_PLUGINS], async () => {
      await runRabbitmqPlugins(
        session,
        'enable',
        changes.filter(({ diff }) => !diff.removes),
      );
      await runRabbitmqPlugins(
        session,
        'disable',
        changes.filter(({ diff }) => diff.removes),
      );
    }),

  async list(session) {
    const enabled = await readEnabledPlugins(session);
    return new Map(
      [...requireReadable(enabled, 'rabbitmq.unreadable')].map((name) => [name, { ensure: 'present' }]),
    );
  },

  batchBy: ({ desired: { mode, umask } }) => `${mode} ${umask}`,
});

async function readEnabledPlugins(session: Session): Promise<ReadonlySet<string> | Unreadable> {
  const [content] = await session.host.files.read([ENABLED_PLUGINS]);
  if (content instanceof Error) return Unreadable.because(content);
  if (content !== undefined) return parseEnabledPlugins(content.toString('utf8'));
  const [folder] = await session.host.files.status([dirname(ENABLED_PLUGINS)]);
  return folder === undefined ? new Unreadable('RabbitMQ is not installed') : new Set();
}

function toState(enabled: ReadonlySet<string>, name: string): State {
  return { ensure: enabled.has(name) ? 'present' : 'absent' };
}

/** Enables or disables plugins with one call, because the tool takes seconds to start. */
async function runRabbitmqPlugins(
  session: Session,
  verb: 'enable' | 'disable',
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const { mode, umask } = first.subject.desired;
  const names = changes.map(({ subject }) => subject.name);
  session.progress(`${verb} ${names.join(', ')}`);
  await runTool(session, {
    argv: ['rabbitmq-plugins', '--quiet', verb, ...names, ...(mode === 'best' ? [] : [`--${mode}`])],
    umask,
  });
}
