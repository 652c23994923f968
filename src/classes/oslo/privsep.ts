import { definedType, parameter, string } from '../../catalog/index.js';
import { configType, declareOptions, option } from '../tables/index.js';

const table = {
  config: parameter(string, 'The configuration type that is written.', { required: true }),
  entrypoint: parameter(string, 'The privileged part of the program, as it is called in the section.'),
  config_group: parameter(string, 'The section, where it is not `privsep_` and the entry point.', {
    since: 'train',
  }),
  user: option('user', 'The user that the privileged daemon runs as.'),
  group: option('group', 'The group that the privileged daemon runs as.'),
  capabilities: option('capabilities', 'Linux capabilities that the daemon keeps.'),
  thread_pool_size: option('thread_pool_size', 'Threads of the daemon: how much it does at once.', {
    since: 'train',
  }),
  helper_command: option('helper_command', 'How the daemon is started where forking it is not possible.'),
  logger_name: option('logger_name', "The name under which the daemon's messages are logged.", {
    since: 'ussuri',
  }),
};

/** `oslo::privsep`: the options of oslo.privsep, for one entry point. */
export class Privsep extends definedType('oslo::privsep', table, {
  doc: 'What the privileged helper of a service may do (oslo.privsep).',
}) {
  override declare(): void {
    const { config, entrypoint = this.title, config_group = `privsep_${entrypoint}` } = this.parameters;
    declareOptions(this, configType(this, String(config)), table, { section: String(config_group) });
  }
}
