import { anything, boolean, classType, integer, number, parameter, string } from '../../catalog/index.js';
import { Anchor, Exec, Service as NativeService } from '../../resources/index.js';
import { passOn } from '../pass-on.js';
import { derive, isSet, perRelease, secretScalarString } from '../shared/index.js';
import { Deps } from './deps.js';
import { Params } from './params.js';

const validation = {
  until: 'ussuri',
  obsolete: 'use openstacklib::service_validation: Keystone no longer has an admin token',
} as const;

/** `keystone::service`: the service, for manifests in which the class `keystone` does not manage it. */
export class Service extends classType(
  'keystone::service',
  {
    ensure: parameter(anything, 'Whether it runs: `running`, `stopped`.'),
    service_name: parameter(string, "The service. @default the platform's"),
    enable: parameter(anything, 'Whether it starts at boot.', { default: true }),
    hasstatus: parameter(boolean, 'Whether its init script has a status command.', { default: true }),
    hasrestart: parameter(boolean, 'Whether its init script has a restart command.', { default: true }),
    validate: parameter(boolean, 'Whether Keystone is tested after a restart.', {
      ...validation,
      default: false,
    }),
    admin_token: parameter(
      secretScalarString,
      'The token for that test; without one it is skipped.',
      validation,
    ),
    admin_endpoint: parameter(string, 'URL of that test.', {
      ...validation,
      default: perRelease({
        newton: 'http://localhost:35357/v2.0',
        rocky: 'http://localhost:5000/v2.0',
      }),
    }),
    retries: parameter(integer({ min: 1 }), 'Maximum number of attempts.', {
      ...validation,
      default: 10,
    }),
    delay: parameter(number, 'Seconds between two attempts.', { ...validation, default: 2 }),
    insecure: parameter(boolean, "Whether the server's certificate is not verified.", {
      ...validation,
      default: false,
    }),
    cacert: parameter(string, 'Certificates of the authorities that are trusted.', validation),
  },
  {
    doc: "Keystone's service, if the class keystone does not manage it.",
    until: 'zed',
    replacedBy: 'the class keystone manages it',
  },
) {
  override declare(): void {
    this.include(Deps);
    const { package: platformService } = this.include(Params);
    const { ensure, service_name = platformService, enable, hasstatus, hasrestart } = this.parameters;
    new NativeService(this, 'keystone', {
      ensure: passOn(ensure),
      name: service_name,
      enable: passOn(enable),
      hasstatus,
      hasrestart,
      tag: 'keystone-service',
    });
    const { validate, admin_token, admin_endpoint } = this.parameters;
    if (validate === true && isSet(admin_token) && isSet(admin_endpoint)) this.#validate();
  }

  #validate(): void {
    const { admin_token, admin_endpoint, retries, delay, insecure, cacert } = this.parameters;
    new Exec(this, 'validate_keystone_connection', {
      path: ['/usr/bin', '/bin', '/usr/sbin', '/sbin'],
      command: [
        'openstack',
        '--os-auth-url',
        String(admin_endpoint),
        ...(insecure === true ? ['--insecure'] : []),
        ...(isSet(cacert) ? ['--os-cacert', String(cacert)] : []),
        'user',
        'list',
      ],
      // Every user of the host can see the arguments of a command.
      environment: derive(admin_token, (token) => ({ OS_TOKEN: String(token) })),
      subscribe: NativeService.ref('keystone'),
      refreshonly: true,
      tries: retries,
      try_sleep: delay,
      notify: Anchor.ref('keystone::service::end'),
    });
  }
}
