import {
  Anchor,
  File,
  GlanceImage,
  glance,
  HttpConnValidator,
  KeystoneTenant,
  manifest,
  openstacklib,
  secret,
  value,
} from 'glance-apply';

/**
 * The image service of a private cloud, API and registry, with a first image. It requires a controller with MariaDB,
 * memcached and Keystone; use `--release queens` on CentOS 7, for which it was written. Releases without a registry
 * omit it.
 */
export default manifest((site) => {
  const controller = site.lookup('private_cloud::controller', value.string, { default: 'controller' });
  const database = site.lookup('private_cloud::glance_database_password', value.secretString, {
    default: () => secret.env('GLANCE_DBPASS'),
  });
  const password = site.lookup('private_cloud::glance_password', value.secretString, {
    default: () => secret.env('GLANCE_PASS'),
  });
  const database_connection = openstacklib.osDatabaseConnection({
    dialect: 'mysql+pymysql',
    host: controller,
    username: 'glance',
    password: database,
    database: 'glance',
  });
  const authtoken = {
    password,
    project_name: 'service',
    auth_uri: `http://${controller}:5000`,
    // Keystone had a separate admin port at that time; Debian's release has only one port.
    auth_url: `http://${controller}:${site.facts.os?.family === 'Debian' ? 5000 : 35357}`,
    memcached_servers: [`${controller}:11211`],
  };

  // CREATE DATABASE glance; GRANT ALL … TO 'glance'@'localhost', 'glance'@'%'
  new glance.db.Mysql(site, { password: database, host: 'localhost', allowed_hosts: '%' });

  // openstack user create, role add, service create, endpoint create
  new KeystoneTenant(site, 'service');
  new glance.keystone.Auth(site, {
    password,
    tenant: 'service',
    service_description: 'OpenStack Image',
    region: 'RegionOne',
    public_url: `http://${controller}:9292`,
    internal_url: `http://${controller}:9292`,
    admin_url: `http://${controller}:9292`,
  });

  // yum install openstack-glance; mkdir /var/lib/glance/images; chown -hR glance:glance glance
  new glance.Api(site, { stores: ['file', 'http'], default_store: 'file' });
  new File(site, '/var/lib/glance', {
    ensure: 'directory',
    owner: 'glance',
    group: 'glance',
    recurse: true,
    require: Anchor.ref('glance::install::end'),
  });
  new File(site, '/var/lib/glance/images', {
    ensure: 'directory',
    owner: 'glance',
    group: 'glance',
    before: Anchor.ref('glance::service::begin'),
  });

  // glance-api.conf
  new glance.api.Db(site, { database_connection });
  new glance.api.Authtoken(site, authtoken);
  new glance.backend.File(site, { filesystem_store_datadir: '/var/lib/glance/images' });

  // glance-registry.conf
  new glance.Registry(site);
  new glance.registry.Db(site, { database_connection });
  new glance.registry.Authtoken(site, authtoken);

  // wget cirros-0.3.5-x86_64-disk.img; openstack image create "cirros" --disk-format qcow2 --public
  new GlanceImage(site, 'cirros', {
    disk_format: 'qcow2',
    container_format: 'bare',
    is_public: true,
    source: 'http://download.cirros-cloud.net/0.3.5/cirros-0.3.5-x86_64-disk.img',
    require: new HttpConnValidator(site, 'the image API', {
      host: controller,
      port: 9292,
      expected_code: 300,
      require: Anchor.ref('glance::service::end'),
    }),
  });
});
