import { expect } from 'chai';
import { providersOf } from '../../../src/engine/provider.js';
import { Service } from '../../../src/resources/service/service.js';
import { errorsOf } from '../converge.js';

describe('the service type', () => {
  const declare = (given: ConstructorParameters<typeof Service>[2]) =>
    errorsOf((site) => new Service(site, 'memcached', given));

  const wrong: readonly (readonly [string, Parameters<typeof declare>[0], RegExp])[] = [
    ['what only Windows has', { enable: 'delayed' }, /which only Windows has/],
    ['what is started by hand', { enable: 'manual' }, /which only Windows has/],
    ['what only OpenBSD has', { flags: '-v' }, /only rcctl of OpenBSD has it/],
    [
      'a service that runs and is masked',
      { ensure: 'running', enable: 'mask' },
      /a masked service cannot run/,
    ],
    [
      'watching what is not started',
      { ensure: 'stopped', watch: 5 },
      /watch has no effect on a service that is stopped/,
    ],
    ['a pattern that is none', { pattern: '(' }, /pattern is not a regular expression/],
    ['a name that is a path', { name: '../../bin/sh' }, /name must be the name of a service/],
    ['a name that an option could be made of', { name: '--force' }, /name must be the name of a service/],
  ];
  for (const [what, given, message] of wrong) {
    it(`refuses ${what}`, async () => {
      expect(await declare(given)).to.match(message);
    });
  }

  it('understands true and false as running and stopped', () => {
    const munge = Service.definition.attributes.ensure.value.munge;
    expect([true, 'true', false, 'false'].map((value) => munge?.(value))).to.deep.equal([
      'running',
      'running',
      'stopped',
      'stopped',
    ]);
  });

  it('is run by what the host has, unless something else is named', () => {
    const choice = providersOf(Service.definition as never);
    expect(choice?.choose({ service_provider: 'init' }, {} as never)).to.equal('init');
    expect(choice?.choose({ service_provider: 'init' }, { provider: 'systemd' } as never)).to.equal(
      'systemd',
    );
  });
});
