import { anything, arrayOf, boolean, definedType, parameter, string } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { Anchor, Exec } from '../../resources/index.js';
import { isSet, type OptionValue, optionValue } from '../tables/index.js';

/** `openstacklib::service_validation`. */
export class ServiceValidation extends definedType(
  'openstacklib::service_validation',
  {
    command: parameter(string, 'The command that succeeds where the service works.', { required: true }),
    service_name: parameter(string, 'The service, for the title of the command.'),
    path: parameter(anything, 'Where commands are looked for.', { default: '/usr/bin:/bin:/usr/sbin:/sbin' }),
    provider: parameter(string, '`shell`, or `posix` where the command needs none.', { default: 'shell' }),
    refreshonly: parameter(boolean, 'Tries only when something has changed.', { default: false }),
    timeout: parameter(optionValue, 'Seconds that one try may take.', { default: '60' as OptionValue }),
    tries: parameter(optionValue, 'How often it is tried.', { default: '10' as OptionValue }),
    try_sleep: parameter(optionValue, 'Seconds between two tries.', { default: '2' as OptionValue }),
    onlyif: parameter(anything, 'A command that must succeed for the validation to be tried.'),
    unless: parameter(anything, 'A command that must fail for the validation to be tried.'),
    environment: parameter(arrayOf(string), 'Variables for the command, NAME=value each.', {
      since: 'rocky',
      default: [],
    }),
  },
  { doc: 'Waits until a service does its work, by a command that asks it something.' },
) {
  override declare(): void {
    const { service_name = this.title, onlyif, unless, ...rest } = this.parameters;
    if (isSet(onlyif) && isSet(unless)) {
      this.fail('Only one parameter should be declared: onlyif or unless', 'leave one of them out');
    }
    const name = `execute ${String(service_name)} validation`;
    const { command, environment, path, provider, refreshonly, timeout, tries, try_sleep } = rest;
    const attributes = {
      command,
      environment,
      path,
      provider,
      refreshonly,
      timeout,
      tries,
      try_sleep,
      onlyif,
      unless,
    };
    const exec = new Exec(this, name, { ...attributes, logoutput: 'on_failure' } as ConstructorParameters<
      typeof Exec
    >[2]);
    const older = compareReleases(this.release, 'rocky') < 0;
    const anchor = new Anchor(this, `create ${String(service_name)} anchor`, older ? { require: exec } : {});
    // The order of the two was turned round with the change to collectors.
    if (!older) this.chain(anchor).before(this.collect(Exec, { title: name }));
  }
}
