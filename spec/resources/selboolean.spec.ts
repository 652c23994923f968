import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Selboolean } from '../../src/resources/index.js';
import { parseBooleanList } from '../../src/resources/selboolean.js';
import { converge, errorsOf, only } from './converge.js';

describe('a boolean of SELinux', () => {
  it('is on or off in the answer of getsebool', () => {
    expect([...parseBooleanList('a --> on\nb_c --> off pending: on\nnonsense\n')]).to.deep.equal([
      ['a', 'on'],
      ['b_c', 'off'],
    ]);
  });

  it('takes the words of Puppet, and no others', async () => {
    expect(await errorsOf((site) => new Selboolean(site, 'a', { value: 'maybe' as never }))).to.contain(
      'value',
    );
    expect(await errorsOf((site) => new Selboolean(site, 'a; reboot', { value: 'on' }))).to.contain(
      'name of an SELinux boolean',
    );
  });

  const host = (values: Record<string, string>) =>
    new SimulatedHost({
      programs: {
        getsebool: ({ argv: [, name = ''] }) =>
          name in values
            ? `${name} --> ${values[name]}\n`
            : { status: 1, stderr: `Error getting active value for ${name}` },
        setsebool: ({ argv: [, ...words] }) => {
          for (const setting of words.filter((one) => one !== '-P')) {
            const [name = '', value = ''] = setting.split('=');
            values[name] = value;
          }
          return '';
        },
      },
    });

  it('cannot be read where the policy does not have it, or SELinux is not there', async () => {
    const wrong = (site: Scope) => void new Selboolean(site, 'none', { value: 'on' });
    expect(only(await converge(host({}), wrong))?.reason).to.contain('Error getting active value for none');
    expect(only(await converge(new SimulatedHost(), wrong))?.reason).to.contain('install libselinux-utils');
  });

  it('is set where it is not in sync, those that persist apart', async () => {
    const simulated = host({ a: 'off', b: 'off', c: 'on' });
    const report = await converge(simulated, (site) => {
      new Selboolean(site, 'a', { value: true });
      new Selboolean(site, 'b', { value: 'on', persistent: true });
      new Selboolean(site, 'c', { value: 'true' });
    });
    expect(report.resources.map(({ reference, outcome }) => `${reference} ${outcome}`)).to.have.members([
      'Selboolean[a] changed',
      'Selboolean[b] changed',
    ]);
    const set = simulated.commands
      .map(({ argv }) => argv.join(' '))
      .filter((line) => line.startsWith('setsebool'));
    expect(set).to.deep.equal(['setsebool -P b=on', 'setsebool a=on']);
  });
});
