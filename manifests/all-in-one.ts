import {
  Anchor,
  File,
  GlanceImage,
  glance,
  HttpConnValidator,
  KeystoneRole,
  KeystoneTenant,
  KeystoneUser,
  KeystoneUserRole,
  keystone,
  manifest,
  memcached,
  mysql,
  openstack_extras,
  openstacklib,
  Package,
  RabbitmqUser,
  RabbitmqUserPermissions,
  rabbitmq,
  type Secret,
  secret,
  value,
} from 'glance-apply';

/**
 * Glance and all its dependencies on one host: MariaDB, RabbitMQ, memcached, Keystone, and a bootable image. Passwords
 * are read from data, or from environment variables with the names in OpenStack's installation guide.
 */
export default manifest((site) => {
  const admin = site.lookup('all_in_one::admin_password', value.secretString, {
    default: () => secret.env('ADMIN_PASS'),
  });
  const demo = site.lookup('all_in_one::demo_password', value.secretString, {
    default: () => secret.env('DEMO_PASS'),
  });
  const broker = site.lookup('all_in_one::rabbit_password', value.secretString, {
    default: () => secret.env('RABBIT_PASS'),
  });
  const keystoneDatabase = site.lookup('all_in_one::keystone_database_password', value.secretString, {
    default: () => secret.env('KEYSTONE_DBPASS'),
  });
  const glanceDatabase = site.lookup('all_in_one::glance_database_password', value.secretString, {
    default: () => secret.env('GLANCE_DBPASS'),
  });
  const glancePassword = site.lookup('all_in_one::glance_password', value.secretString, {
    default: () => secret.env('GLANCE_PASS'),
  });
  const identity = site.lookup('all_in_one::identity_url', value.string, {
    default: 'http://127.0.0.1:5000',
  });
  const images = site.lookup('all_in_one::image_folder', value.absolutePath, {
    default: '/var/lib/glance/images',
  });

  new mysql.Server(site, {
    root_password: site.lookup('all_in_one::mysql_root_password', value.secretString, {
      default: () => secret.env('MYSQL_ROOT_PASS'),
    }),
    remove_default_accounts: true,
  });
  new rabbitmq.Server(site, { delete_guest_user: true });
  new RabbitmqUser(site, 'openstack', { password: broker });
  new RabbitmqUserPermissions(site, 'openstack@/', {
    configure_permission: '.*',
    write_permission: '.*',
    read_permission: '.*',
  });
  new memcached.Server(site);

  new keystone.db.Mysql(site, { password: keystoneDatabase });
  new keystone.Db(site, { database_connection: database('keystone', keystoneDatabase) });
  new keystone.Keystone(site);
  new keystone.wsgi.Uwsgi(site);
  new keystone.Cache(site, {
    enabled: true,
    backend: 'dogpile.cache.memcached',
    memcache_servers: ['127.0.0.1:11211'],
    token_caching: true,
  });
  new keystone.Bootstrap(site, {
    password: admin,
    public_url: identity,
    internal_url: identity,
    admin_url: identity,
  });

  new KeystoneRole(site, 'member');
  new KeystoneTenant(site, 'demo', { description: 'Demo project' });
  new KeystoneUser(site, 'demo', { password: demo, email: 'demo@localhost' });
  new KeystoneUserRole(site, 'demo@demo', { roles: ['member'] });
  new openstack_extras.AuthFile(site, '/root/admin-openrc', { password: admin });
  new openstack_extras.AuthFile(site, '/root/demo-openrc', {
    username: 'demo',
    project_name: 'demo',
    password: demo,
  });

  new glance.db.Mysql(site, { password: glanceDatabase });
  new glance.keystone.Auth(site, { password: glancePassword });
  new glance.api.Db(site, { database_connection: database('glance', glanceDatabase) });
  new glance.api.Authtoken(site, { password: glancePassword, memcached_servers: ['127.0.0.1:11211'] });
  new glance.notify.Rabbitmq(site, {
    default_transport_url: openstacklib.osTransportUrl({
      transport: 'rabbit',
      host: '127.0.0.1',
      port: 5672,
      username: 'openstack',
      password: broker,
    }),
    notification_driver: 'messagingv2',
  });
  new glance.Api(site, { enabled_backends: ['local:file'], default_backend: 'local' });
  new glance.wsgi.Uwsgi(site);
  new glance.backend.multistore.File(site, 'local', { filesystem_store_datadir: images });
  new File(site, images, {
    ensure: 'directory',
    owner: 'glance',
    group: 'glance',
    mode: '0750',
    require: Anchor.ref('glance::install::end'),
    before: Anchor.ref('glance::service::begin'),
  });

  // No service starts before it is configured: Debian's packages would start each during installation.
  site.collect(Package).override({ start_services: false });

  const answers = new HttpConnValidator(site, 'the image API', {
    host: '127.0.0.1',
    port: 9292,
    expected_code: 300,
    require: Anchor.ref('glance::service::end'),
  });
  // A boot sector that prints its origin: the smallest bootable image.
  const disk = '/usr/local/share/hello.img';
  new File(site, disk, { source: new URL('files/hello.img', import.meta.url).href, mode: '0644' });
  new GlanceImage(site, 'hello', {
    disk_format: 'raw',
    container_format: 'bare',
    is_public: true,
    source: disk,
    require: [answers, File.ref(disk)],
  });
});

/** Returns the URL of a service's database, which has the service's name. */
function database(name: string, password: Secret<string>) {
  return openstacklib.osDatabaseConnection({
    dialect: 'mysql+pymysql',
    host: '127.0.0.1',
    username: name,
    password,
    database: name,
  });
}
