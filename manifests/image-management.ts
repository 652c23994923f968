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
 * Glance on one controller, and images from files: one from the Internet, one from a folder, one of the snapshot of a
 * manually prepared machine. It requires a controller with MariaDB, memcached and Keystone.
 */
export default manifest((site) => {
  const controller = site.lookup('image_management::controller', value.string, { default: 'controller' });
  const project = site.lookup('image_management::project', value.string, { default: 'project' });
  const database = site.lookup('image_management::glance_database_password', value.secretString, {
    default: () => secret.env('GLANCE_DBPASS'),
  });
  const password = site.lookup('image_management::glance_password', value.secretString, {
    default: () => secret.env('GLANCE_PASS'),
  });

  // yum -y install openstack-glance, which creates the user and the group
  new glance.Api(site, { stores: ['file'], default_store: 'file' });

  // CREATE DATABASE glance; GRANT ALL … TO 'glance'@'localhost', 'glance'@'%'
  new glance.db.Mysql(site, { password: database, host: 'localhost', allowed_hosts: '%' });

  // glance-api.conf: [database], [keystone_authtoken], [paste_deploy] flavor = keystone, [glance_store]
  new glance.api.Db(site, {
    database_connection: openstacklib.osDatabaseConnection({
      dialect: 'mysql+pymysql',
      host: controller,
      username: 'glance',
      password: database,
      database: 'glance',
    }),
  });
  new glance.api.Authtoken(site, {
    password,
    project_name: project,
    auth_url: `http://${controller}:5000`,
    memcached_servers: [`${controller}:11211`],
  });
  new glance.backend.File(site, { filesystem_store_datadir: '/var/lib/glance/images/' });

  // openstack user create, role add, service create, endpoint create
  new KeystoneTenant(site, project);
  new glance.keystone.Auth(site, {
    password,
    tenant: project,
    region: 'RegionOne',
    public_url: `http://${controller}:9292`,
    internal_url: `http://${controller}:9292`,
    admin_url: `http://${controller}:9292`,
  });

  const answers = new HttpConnValidator(site, 'the image API', {
    host: controller,
    port: 9292,
    expected_code: 300,
    require: Anchor.ref('glance::service::end'),
  });
  const bare = { container_format: 'bare', require: answers } as const;

  // openstack image create --file cirros-0.5.1-x86_64-disk.img --disk-format raw --public cirros
  new GlanceImage(site, 'cirros', {
    ...bare,
    disk_format: 'raw',
    is_public: true,
    source: 'http://download.cirros-cloud.net/0.5.1/cirros-0.5.1-x86_64-disk.img',
  });

  // openstack image create --disk-format qcow2 --public --file /mnt/hgfs/镜像-文档/CentOS-7-….qcow2 centos7
  new GlanceImage(site, 'centos7', {
    ...bare,
    disk_format: 'qcow2',
    is_public: true,
    source: '/mnt/hgfs/镜像-文档/CentOS-7-x86_64-GenericCloud-2003.qcow2',
  });

  // openstack image list shows the snapshot's id
  const snapshot = site.lookup('image_management::snapshot', value.string, {
    default: '26b59df3-4fbe-4368-abd9-a5e5b58efe50',
  });
  // openstack image create centos_test_image --file /var/lib/glance/images/ID: the file of the machine's snapshot
  new GlanceImage(site, 'centos_test_image', {
    ...bare,
    disk_format: 'qcow2',
    is_public: false,
    source: `/var/lib/glance/images/${snapshot}`,
  });
  new File(site, '/var/lib/glance/images', {
    ensure: 'directory',
    owner: 'glance',
    group: 'glance',
    require: Anchor.ref('glance::install::end'),
    before: Anchor.ref('glance::service::begin'),
  });
});
