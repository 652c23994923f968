import { raise } from '../../../errors/glance-apply-error.js';

/** The file with the plugins that the broker loads at its start. */
export const ENABLED_PLUGINS = '/etc/rabbitmq/enabled_plugins';

/** Parses the file: an Erlang list of atoms that ends with a full stop. */
export function parseEnabledPlugins(text: string): Set<string> {
  const code = text.replace(/%.*$/gm, '');
  const list = /^\s*\[([\s\S]*)\]\s*\.\s*$/.exec(code)?.[1];
  if (list === undefined) {
    if (code.trim() === '') return new Set();
    raise(
      'rabbitmq.unreadable',
      `${ENABLED_PLUGINS} is not a list of plugins that ends with a full stop, such as [rabbitmq_management].`,
    );
  }
  return new Set(list.split(',').flatMap((item) => /^'?([^']+?)'?$/.exec(item.trim())?.[1] ?? []));
}
