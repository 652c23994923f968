import {
  Anchor,
  File,
  GlanceApiConfig,
  glance,
  KeystoneTenant,
  manifest,
  openstacklib,
  secret,
  value,
} from 'glance-apply';

/**
 * Glance on every controller of a cluster, behind one address: database, identity, package, configuration, image
 * directory, schema, service. It requires a cluster with MariaDB, memcached and Keystone, and is applied to one
 * controller after the other; use `--release rocky` on CentOS 7, for which it was written.
 */
export default manifest((site) => {
  const controllers = site.lookup('glance_cluster::controllers', value.arrayOf(value.string), {
    default: ['controller01', 'controller02'],
  });
  const [first = 'controller01'] = controllers;
  // The address of the cluster, if it has its own.
  const address = site.lookup('glance_cluster::address', value.string, { default: first });
  const database = site.lookup('glance_cluster::glance_database_password', value.secretString, {
    default: () => secret.env('GLANCE_DBPASS'),
  });
  const password = site.lookup('glance_cluster::glance_password', value.secretString, {
    default: () => secret.env('GLANCE_PASS'),
  });

  // CREATE DATABASE glance; GRANT ALL … TO 'glance'@'localhost', 'glance'@'%'
  new glance.db.Mysql(site, { password: database, host: 'localhost', allowed_hosts: '%' });

  // openstack project create, user create, role add, service create, endpoint create
  new KeystoneTenant(site, 'service', { description: 'Service Project' });
  new glance.keystone.Auth(site, {
    password,
    tenant: 'service',
    service_description: 'OpenStack Image',
    region: 'RegionOne',
    public_url: `http://${address}:9292`,
    internal_url: `http://${address}:9292`,
    admin_url: `http://${address}:9292`,
  });

  // yum install openstack-glance python-glance python-glanceclient
  new glance.Client(site);
  new glance.Api(site, {
    bind_host: site.lookup('glance_cluster::bind_host', value.string, { default: site.facts.networking?.ip }),
    stores: ['file', 'http'],
    default_store: 'file',
    multi_store: true,
    // One controller migrates the schema for all of them.
    sync_db: site.facts.networking?.hostname === first,
  });
  new GlanceApiConfig(site, 'glance_store/filesystem_store_datadir', { value: '/var/lib/glance/images/' });
  new glance.api.Db(site, {
    database_connection: openstacklib.osDatabaseConnection({
      dialect: 'mysql+pymysql',
      host: address,
      username: 'glance',
      password: database,
      database: 'glance',
    }),
  });
  new glance.api.Authtoken(site, {
    password,
    project_name: 'service',
    auth_url: `http://${address}:5000`,
    memcached_servers: controllers.map((name) => `${name}:11211`),
  });

  // mkdir -p /var/lib/glance/images; chown glance:nobody /var/lib/glance/images
  new File(site, '/var/lib/glance/images', {
    ensure: 'directory',
    owner: 'glance',
    group: site.facts.os?.family === 'Debian' ? 'nogroup' : 'nobody',
    require: Anchor.ref('glance::install::end'),
    before: Anchor.ref('glance::service::begin'),
  });
});
