import { raise } from '../../../errors/glance-apply-error.js';
/** Where the broker looks for the plugins that it starts with. */
export const ENABLED_PLUGINS = '/etc/rabbitmq/enabled_plugins';

/** The plugins that the file names: a list of Erlang's atoms with a full stop. */
export function parseEnabledPlugins(text: string): Set<string> {
  const code = text.replace(/%.*$/gm, '');
  const list = /^\s*\[([\s\S]*)\]\s*\.\s*$/.exec(code)?.[1];
  if (list === undefined) {
    if (code.trim() === '') return new Set();
    raise(
      'rabbitmq.unreadable',
      `${ENABLED_PLUGINS} is no list of plugins with a full stop, such as [rabbitmq_management].`,
    );
  }
  return new Set(list.split(',').flatMap((item) => /^'?([^']+?)'?$/.exec(item.trim())?.[1] ?? []));
}
