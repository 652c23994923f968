import { definedType, parameter, string } from '../../catalog/index.js';
import { declareOptions, findConfigType, option } from '../shared/index.js';

const table = {
  config: parameter(string, 'The configuration type.', { required: true }),
  entrypoint: parameter(string, 'Name of the privileged entry point in the section.'),
  config_group: parameter(string, 'The section. @default `privsep_` and the entry point', {
    since: 'train',
  }),
  user: option('user', 'The user that the privileged daemon runs as.'),
  group: option('group', 'The group that the privileged daemon runs as.'),
  capabilities: option('capabilities', 'Linux capabilities that the daemon keeps.'),
  thread_pool_size: option('thread_pool_size', 'Number of threads of the daemon.', {
    since: 'train',
  }),
  helper_command: option('helper_command', 'Command that starts the daemon if it cannot be forked.'),
  logger_name: option('logger_name', "The name under which the daemon's messages are logged.", {
    since: 'ussuri',
  }),
};

/** `oslo::privsep`: the options of oslo.privsep, for one entry point. */
export class Privsep extends definedType('oslo::privsep', table, {
  doc: 'The privileged helper of a service (oslo.privsep).',
}) {
  override declare(): void {
    const { config, entrypoint = this.title, config_group = `privsep_${entrypoint}` } = this.parameters;
    declareOptions(this, findConfigType(this, String(config)), table, { section: String(config_group) });
  }
}
