import { expect } from 'chai';
import { SimulatedHost } from '../../../../src/hosts/simulated/simulated-host.js';
import { RabbitmqPlugin } from '../../../../src/resources/rabbitmq/index.js';
import { parseEnabledPlugins } from '../../../../src/resources/rabbitmq/rabbitmq-plugin/enabled-plugins.js';
import { converge, errorsOf, only } from '../../converge.js';

describe("the broker's file of plugins", () => {
  it('is a list of names with a full stop', () => {
    expect([...parseEnabledPlugins("[rabbitmq_management,\n 'rabbitmq_stomp'].\n")]).to.deep.equal([
      'rabbitmq_management',
      'rabbitmq_stomp',
    ]);
    expect([...parseEnabledPlugins('% none\n[].')]).to.deep.equal([]);
    expect([...parseEnabledPlugins('')]).to.deep.equal([]);
  });

  it('is refused where it is something else', () => {
    expect(() => parseEnabledPlugins('[rabbitmq_management]')).to.throw(/full stop/);
  });
});

describe('rabbitmq_plugin', () => {
  const path = '/etc/rabbitmq/enabled_plugins';

  it('enables all declared plugins with one call, and disables all others with another', async () => {
    const host = new SimulatedHost({
      files: { [path]: '[there,goes].\n' },
      programs: { 'rabbitmq-plugins': () => '' },
    });
    await converge(host, (site) => {
      for (const name of ['there', 'a', 'b']) new RabbitmqPlugin(site, name);
      new RabbitmqPlugin(site, 'goes', { ensure: 'absent' });
    });
    expect(host.commands.map(({ argv }) => argv.join(' '))).to.deep.equal([
      'rabbitmq-plugins --quiet enable a b',
      'rabbitmq-plugins --quiet disable goes',
    ]);
    expect(host.commands.map(({ umask }) => umask)).to.deep.equal(['0022', '0022']);
  });

  it('says what the tool says', async () => {
    const stderr = 'Error:\n{:plugins_not_found, [:nothing]}\n';
    const host = new SimulatedHost({
      files: { '/etc/rabbitmq/rabbitmq-env.conf': '' },
      programs: { 'rabbitmq-plugins': () => ({ status: 70, stderr }) },
    });
    const report = await converge(
      host,
      (site) => void new RabbitmqPlugin(site, 'nothing', { mode: 'offline' }),
    );
    expect(only(report)?.reason).to.match(/plugins_not_found/);
    expect(host.commands[0]?.argv.at(-1)).to.equal('--offline');
  });

  it('has the name of a plugin, and no option for one', async () => {
    expect(await errorsOf((site) => void new RabbitmqPlugin(site, '--all'))).to.match(/name of a plugin/);
  });
});
