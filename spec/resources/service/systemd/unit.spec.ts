import { expect } from 'chai';
import {
  findScriptName,
  isRunning,
  parseUnits,
  toEnable,
  toUnitName,
} from '../../../../src/resources/service/systemd/unit.js';
import { missing, shown, unit } from './systemd-host.js';

describe('a unit of systemd', () => {
  it('is a service unless its name says something else', () => {
    expect(toUnitName('glance-api')).to.equal('glance-api.service');
    expect(toUnitName('glance-api.service')).to.equal('glance-api.service');
    expect(toUnitName('openvpn@home.eu')).to.equal('openvpn@home.eu.service');
    expect(toUnitName('fstrim.timer')).to.equal('fstrim.timer');
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

  const boots: readonly (readonly [string, Parameters<typeof toEnable>[1], unknown])[] = [
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
  for (const [state, desired, is] of boots) {
    it(`that is '${state}' counts as ${is} if ${desired} is declared`, () => {
      expect(toEnable(unit('a.service', { UnitFileState: state }), desired, false)).to.equal(is);
    });
  }

  it('that was made of an init script is enabled as that script is', () => {
    const generated = unit('exim4.service', { UnitFileState: 'generated', SourcePath: '/etc/init.d/exim4' });
    expect(findScriptName(generated)).to.equal('exim4');
    expect(toEnable(generated, true, false)).to.equal(false);
    expect(toEnable(generated, true, true)).to.equal(true);
  });

  it('that a generator made of something else cannot be enabled, and is not asked for more', () => {
    const mount = unit('data.mount', { UnitFileState: 'generated', SourcePath: '/etc/fstab' });
    expect(toEnable(mount, true, false)).to.equal(true);
  });
});
