import { expect } from 'chai';
import { fleetOptions } from '../../../src/cli/fleet/fleet-options.js';

describe('the options of a rollout', () => {
  const serial = (...given: string[]) =>
    given.reduce<ReturnType<typeof fleetOptions.serial.parse>>(
      (earlier, text) => fleetOptions.serial.parse(text, '--serial', earlier),
      undefined,
    );

  it('are numbers and percentages of hosts', () => {
    expect(serial('1,5,50%')).to.deep.equal([1, 5, '50%']);
    expect(fleetOptions['max-failures'].parse('25%', '--max-failures', undefined)).to.equal('25%');
    expect(fleetOptions['max-failures'].parse('0', '--max-failures', undefined)).to.equal(0);
  });

  it('can be given by group', () => {
    expect(serial('web=1,25%', 'db=1')).to.deep.equal({ web: [1, '25%'], db: [1] });
  });

  it('are refused if they contradict each other or are no numbers', () => {
    expect(() => serial('1', '2')).to.throw(/given for all hosts, and once more/);
    expect(() => serial('web=1', '2')).to.throw(/given for all hosts, and once more/);
    for (const text of ['', 'x', '1.5', '-1', '1,', '%'])
      expect(() => serial(text), text).to.throw(/needs a number or a percentage/);
  });
});
