import { expect } from 'chai';
import {
  enableOf,
  isRunning,
  parseUnits,
  scriptOf,
  unitName,
} from '../../../../src/resources/service/systemd/unit.js';
import { missing, shown, unit } from './systemd-host.js';

describe('a unit of systemd', () => {
  it('is a service unless its name says something else', () => {
    expect(unitName('glance-api')).to.equal('glance-api.service');
    expect(unitName('glance-api.service')).to.equal('glance-api.service');
    expect(unitName('openvpn@home.eu')).to.equal('openvpn@home.eu.service');
    expect(unitName('fstrim.timer')).to.equal('fstrim.timer');
  });

  it('is read from its block, whatever stands in values and in whatever order', () => {
    const units = [unit('a.service', { SourcePath: '/x=y' }), missing('b.service')];
    expect(parseUnits(shown(units))).to.deep.equal(units);
    const reversed = shown(units)
      .split('\n\n')
      .map((block) => block.trim().split('\n').reverse().join('\n'));
    expect(parseUnits(reversed.join('\n\n'))).to.deep.equal(units);
  });

  const activity: readonly (readonly [string, boolean])[] = [
    ['active', true],
    ['reloading', true],
    ['inactive', false],
    ['failed', false],
    ['activating', false],
    ['deactivating', false],
  ];
  for (const [state, running] of activity) {
    it(`${running ? 'runs' : 'does not run'} while it is ${state}`, () => {
      expect(isRunning(unit('a.service', { ActiveState: state }))).to.equal(running);
    });
  }

  const boots: readonly (readonly [string, Parameters<typeof enableOf>[1], unknown])[] = [
    ['enabled', false, true],
    ['enabled-runtime', true, false],
    ['disabled', true, false],
    ['linked', true, false],
    ['masked', true, 'mask'],
    ['masked-runtime', false, 'mask'],
    ['static', true, true],
    ['static', false, false],
    ['static', 'mask', false],
    ['indirect', true, true],
    ['', true, false],
  ];
  for (const [state, wanted, is] of boots) {
    it(`that is '${state}' counts as ${is} where ${wanted} is wanted`, () => {
      expect(enableOf(unit('a.service', { UnitFileState: state }), wanted, false)).to.equal(is);
    });
  }

  it('that was made of an init script is enabled as that script is', () => {
    const generated = unit('exim4.service', { UnitFileState: 'generated', SourcePath: '/etc/init.d/exim4' });
    expect(scriptOf(generated)).to.equal('exim4');
    expect(enableOf(generated, true, false)).to.equal(false);
    expect(enableOf(generated, true, true)).to.equal(true);
  });

  it('that a generator made of something else cannot be enabled, and is not asked for more', () => {
    const mount = unit('data.mount', { UnitFileState: 'generated', SourcePath: '/etc/fstab' });
    expect(enableOf(mount, true, false)).to.equal(true);
  });
});
