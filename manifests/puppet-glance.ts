import {
  glance,
  manifest,
  RabbitmqUser,
  RabbitmqUserPermissions,
  rabbitmq,
  type Scope,
  type Secret,
  secret,
  secretString,
} from 'glance-apply';

/**
 * The first manifest of puppet-glance's introduction, name for name: parameters of that time are taken, and each
 * comes with a warning that says what it is called now. It stands on a host that has MariaDB and Keystone, with a
 * project `services`; all-in-one.ts makes one.
 */
export default manifest((site) => {
  const password = passwordOf(site, 'glance_password', () => secret.env('GLANCE_PASS'));
  const database_connection = secret.text`mysql://glance:${passwordOf(site, 'glance_database_password', () => secret.env('GLANCE_DBPASS'))}@127.0.0.1/glance`;

  new glance.Api(site, {
    verbose: true,
    keystone_tenant: 'services',
    keystone_user: 'glance',
    keystone_password: password,
    database_connection,
  });

  new glance.Registry(site, {
    verbose: true,
    keystone_tenant: 'services',
    keystone_user: 'glance',
    keystone_password: password,
    database_connection,
  });

  new glance.backend.File(site);

  new glance.db.Mysql(site, {
    password: passwordOf(site, 'glance_database_password', () => secret.env('GLANCE_DBPASS')),
    allowed_hosts: '%',
  });

  new glance.keystone.Auth(site, {
    password,
    email: 'glance@example.com',
    public_address: '127.0.0.1',
    admin_address: '127.0.0.1',
    internal_address: '172.17.1.3',
    region: 'example-west-1',
  });

  site.include(rabbitmq.Rabbitmq);

  new RabbitmqUser(site, 'glance', {
    admin: true,
    password: passwordOf(site, 'rabbit_password', () => secret.env('RABBIT_PASS')),
    provider: 'rabbitmqctl',
    require: rabbitmq.Rabbitmq.ref(),
  });

  new RabbitmqUserPermissions(site, 'glance@/', {
    configure_permission: '.*',
    write_permission: '.*',
    read_permission: '.*',
    provider: 'rabbitmqctl',
    require: rabbitmq.Rabbitmq.ref(),
  });
});

/** From data, or else from the environment: `glance-apply apply MANIFEST --data PATH`. */
function passwordOf(site: Scope, key: string, otherwise: () => Secret<string>): Secret<string> {
  return site.lookup(`puppet_glance::${key}`, secretString, { default: undefined }) ?? otherwise();
}
