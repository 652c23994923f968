import { anything, arrayOf, boolean, definedType, parameter, string } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { Anchor, Exec } from '../../resources/index.js';
import { isSet, optionValue } from '../shared/index.js';

/** `openstacklib::service_validation`. */
export class ServiceValidation extends definedType(
  'openstacklib::service_validation',
  {
    command: parameter(string, 'The command, which succeeds if the service works.', { required: true }),
    service_name: parameter(string, 'The service, for the title of the command.'),
    path: parameter(anything, 'Search path for commands.', { default: '/usr/bin:/bin:/usr/sbin:/sbin' }),
    provider: parameter(string, '`shell`, or `posix` if the command does not need one.', {
      default: 'shell',
    }),
    refreshonly: parameter(boolean, 'Whether it only runs after a change.', { default: false }),
    timeout: parameter(optionValue, 'Timeout of one attempt, in seconds.', { default: '60' }),
    tries: parameter(optionValue, 'Maximum number of attempts.', { default: '10' }),
    try_sleep: parameter(optionValue, 'Seconds between two attempts.', { default: '2' }),
    onlyif: parameter(anything, 'A command that must succeed for the validation to run.'),
    unless: parameter(anything, 'A command that must fail for the validation to run.'),
    environment: parameter(arrayOf(string), 'Variables for the command, each as NAME=value.', {
      since: 'rocky',
      default: [],
    }),
  },
  { doc: 'Waits until a service works, by running a command.' },
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
    // The order of the two was reversed with the change to collectors.
    if (!older) this.chain(anchor).before(this.collect(Exec, { title: name }));
  }
}
