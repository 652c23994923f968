import { expect } from 'chai';
import type { Command } from '../../../src/hosts/command.js';
import { inputOf, SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Augeas } from '../../../src/resources/augeas/augeas.js';
import { converge, only } from '../converge.js';

const PATH = '/etc/app.conf';

/** A host whose augtool adds a setting to a file, where all settings are of one form. */
class AugeasHost extends SimulatedHost {
  /** What others do to the host when it is tried what the commands would do. */
  meanwhile = async () => {};

  constructor() {
    super({ files: { [PATH]: 'port = 1\n' } });
    this.files.put('/tmp/.keep', '');
    this.install('mktemp', async ({ argv }) => {
      const path = (argv.at(-1) ?? '').replace(/X+$/, `${this.commands.length}`);
      await this.files.makeDirectory(path);
      return `${path}\n`;
    });
    this.install('mkdir', ({ argv }) => {
      for (const path of argv.slice(argv.indexOf('--') + 1)) this.files.put(`${path}/.keep`, '');
      return '';
    });
    this.install('augtool', (command) => this.#augtool(command));
  }

  async #augtool(command: Command) {
    const root = command.argv.find((one) => one.startsWith('--root='))?.slice('--root='.length) ?? '';
    const commands = inputOf(command)
      .split('\n')
      .filter((_, index) => index % 4 === 2);
    let saved = '';
    const said: string[] = [];
    for (const one of commands) {
      if (one === 'save') {
        const [before] = await this.files.read([`${root}${PATH}`]);
        if (!String(before).includes('user')) {
          await this.files.write(`${root}${PATH}`, `${before}user = glance\n`);
          saved = `/augeas/events/saved = "/files${PATH}"\n`;
        }
        await this.meanwhile();
      }
      said.push(one === 'print /augeas/events/saved' ? saved : '');
    }
    return {
      stdout: said.map((text, at) => `/augeas/glance_apply = "${at}"\n${text}`).join(''),
      stderr: said.map((_, at) => `error: Unknown command 'glance-apply-step-${at}'\n`).join(''),
    };
  }

  async text(): Promise<string> {
    return String((await this.files.read([PATH]))[0]);
  }
}

const declare = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
  new Augeas(site, 'user', { incl: PATH, lens: 'App.lns', changes: 'set user glance' });

describe('trying commands of Augeas', () => {
  it('finds what they change, and leaves nothing behind', async () => {
    const host = new AugeasHost();
    expect(only(await converge(host, declare))?.outcome).to.equal('changed');
    expect(await host.text()).to.equal('port = 1\nuser = glance\n');
    expect(await host.files.list('/tmp')).to.deep.equal(['.keep']);
  });

  it('does not revert what other processes write to the file in the meantime', async () => {
    const host = new AugeasHost();
    host.meanwhile = () => host.files.append(PATH, 'port = 2\n');
    const report = only(await converge(host, declare));
    expect(report?.reason).to.match(/app\.conf was changed by something else at the same time/);
    expect(await host.text()).to.match(/port = 2\n$/);
  });
});
