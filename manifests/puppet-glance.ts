import {
  glance,
  manifest,
  openstacklib,
  RabbitmqUser,
  RabbitmqUserPermissions,
  rabbitmq,
  secret,
  value,
} from 'glance-apply';

/**
 * The first manifest of puppet-glance's introduction, with its original names: old parameters are accepted, each with a
 * warning about its current name. It requires a host with MariaDB and Keystone and a project `services`; all-in-one.ts
 * sets one up.
 */
export default manifest((site) => {
  const password = site.lookup('puppet_glance::glance_password', value.secretString, {
    default: () => secret.env('GLANCE_PASS'),
  });
  const databasePassword = site.lookup('puppet_glance::glance_database_password', value.secretString, {
    default: () => secret.env('GLANCE_DBPASS'),
  });
  // The connection has no driver, as in the original; special characters of the password are encoded for the URL.
  const database_connection = openstacklib.osDatabaseConnection({
    dialect: 'mysql',
    host: '127.0.0.1',
    username: 'glance',
    password: databasePassword,
    database: 'glance',
  });

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
    password: databasePassword,
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
    password: site.lookup('puppet_glance::rabbit_password', value.secretString, {
      default: () => secret.env('RABBIT_PASS'),
    }),
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
