import { dirname, join } from 'node:path';
import { classType, type Scope } from '../../catalog/index.js';
import { File, RabbitmqErlangCookie } from '../../resources/index.js';
import { formatAdvancedConfig } from './advanced-config.js';
import { formatBrokerSettings } from './broker-settings.js';
import { deriveContent, findBroker, type RabbitmqParameters, readParameters } from './clear-parameters.js';
import { formatEnvironmentFile } from './environment-file.js';

const MANAGED = 'Managed by glance-apply: changes are overwritten.';

/** `rabbitmq::config`. */
export class Config extends classType('rabbitmq::config', {}, { doc: "RabbitMQ's configuration files." }) {
  override declare(): void {
    const given = readParameters(this);
    this.#file(given.config_path, '#', formatBrokerSettings);
    this.#file(join(dirname(given.config_path), 'advanced.config'), '%', formatAdvancedConfig);
    if (given.ipv6 || Object.keys(given.environment_variables).length > 0)
      this.#file(given.env_config_path, '#', formatEnvironmentFile);
    this.#limits(given);
    this.#cookie(given);
  }

  /** Removes a file that would be empty, so that a broker that its package has just started is not restarted. */
  #file(
    path: string,
    comment: string,
    write: (broker: Scope, given: RabbitmqParameters) => string | undefined,
  ): void {
    const content = deriveContent(this, (given) => {
      const text = write(findBroker(this), given);
      return text === undefined ? undefined : `${comment} ${MANAGED}\n${text}`;
    });
    if (content === undefined) new File(this, path, { ensure: 'absent' });
    else
      new File(this, path, {
        content,
        owner: 'root',
        group: readParameters(this).rabbitmq_group,
        mode: '0640',
      });
  }

  #limits({ file_limit, service_name }: RabbitmqParameters): void {
    if (file_limit === undefined) return;
    const owner = { owner: 'root', group: 'root', mode: '0644' };
    if (this.facts.service_provider === 'init') {
      const content = `# ${MANAGED}\nulimit -n ${file_limit}\n`;
      new File(this, '/etc/default/rabbitmq-server', { content, ...owner });
      return;
    }
    const folder = `/etc/systemd/system/${service_name}.service.d`;
    new File(this, folder, { ensure: 'directory', ...owner, mode: '0755' });
    const limit = file_limit === '-1' || file_limit === 'unlimited' ? 'infinity' : file_limit;
    new File(this, `${folder}/90-limits.conf`, {
      content: `# ${MANAGED}\n[Service]\nLimitNOFILE=${limit}\n`,
      ...owner,
    });
  }

  #cookie(given: RabbitmqParameters): void {
    const { erlang_cookie, config_cluster, rabbitmq_home, rabbitmq_user, rabbitmq_group } = given;
    if (erlang_cookie === undefined) {
      if (config_cluster) this.fail('a cluster needs an erlang_cookie: its nodes authenticate with it');
      return;
    }
    new RabbitmqErlangCookie(this, `${rabbitmq_home}/.erlang.cookie`, {
      content: erlang_cookie,
      force: given.wipe_db_on_cookie_change,
      rabbitmq_user,
      rabbitmq_group,
      rabbitmq_home,
      service_name: given.service_name,
    });
  }
}
