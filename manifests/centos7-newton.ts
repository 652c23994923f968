import {
  Anchor,
  chrony,
  Exec,
  File,
  FileLine,
  GlanceImage,
  glance,
  Host,
  HttpConnValidator,
  hostname,
  KeystoneConfig,
  KeystoneRole,
  KeystoneTenant,
  KeystoneUser,
  KeystoneUserRole,
  keystone,
  manifest,
  memcached,
  mysql,
  network,
  openstack_extras,
  openstacklib,
  Package,
  RabbitmqUser,
  RabbitmqUserPermissions,
  rabbitmq,
  type Scope,
  type Secret,
  Service,
  secret,
  selinux,
  value,
  yumrepo,
} from 'glance-apply';

/** Returns the names of this host and its network, from data or with the defaults of the guide. */
function hostOf(site: Scope) {
  const text = (key: string, otherwise: string) =>
    site.lookup(`centos7_newton::${key}`, value.string, { default: otherwise });
  const controller = text('controller', 'controller');
  return {
    controller,
    management: text('management_address', '192.168.70.2'),
    managementInterface: text('management_interface', 'eno33554984'),
    providerInterface: text('provider_interface', 'eno16777736'),
    network: text('management_network', '192.168.70.0/24'),
    nameserver: text('nameserver', '114.114.114.114'),
    publicUrl: `http://${controller}:5000`,
    adminUrl: `http://${controller}:35357`,
  };
}

/** Returns the password of Keystone's first user. */
function adminPassword(site: Scope): Secret<string> {
  return site.lookup('centos7_newton::admin_password', value.secretString, {
    default: () => secret.env('ADMIN_PASS'),
  });
}

/** Returns the password of the user whose only role is in the project `demo`. */
function demoPassword(site: Scope): Secret<string> {
  return site.lookup('centos7_newton::demo_password', value.secretString, {
    default: () => secret.env('DEMO_PASS'),
  });
}

/**
 * OpenStack Newton on one CentOS 7 host, step by step: host and network, time, repositories, database, broker, cache,
 * Keystone in Apache, and Glance with a first image. Changes that need a reboot (SELinux, addresses of interfaces) take
 * effect after the next one.
 */
export default manifest((site) => {
  if (site.facts.os?.family !== 'RedHat') site.fail('this manifest is for CentOS 7', 'try all-in-one.ts');
  prepareHost(site);
  setUpNetwork(site);
  keepTime(site);
  addRepositories(site);
  installDatabase(site);
  installBroker(site);
  installCache(site);
  installKeystone(site);
  configureApache(site);
  createProjectsAndUsers(site);
  disableAdminToken(site);
  writeScripts(site);
  installGlance(site);
});

/** CentOS 7 环境准备 */
function prepareHost(site: Scope): void {
  const target = '/etc/yum.repos.d/CentOS-Base.repo';
  const key = 'http://mirrors.aliyun.com/centos/RPM-GPG-KEY-CentOS-7';
  for (const [name, folder] of [
    ['base', 'os'],
    ['updates', 'updates'],
    ['extras', 'extras'],
  ] as const) {
    new yumrepo.Yumrepo(site, name, {
      target,
      descr: `CentOS-$releasever - ${name} - mirrors.aliyun.com`,
      baseurl: `http://mirrors.aliyun.com/centos/$releasever/${folder}/$basearch/`,
      mirrorlist: 'absent',
      gpgcheck: true,
      gpgkey: key,
      tag: 'repository',
    });
  }
  new Package(site, 'net-tools');
  new Service(site, 'firewalld', { ensure: 'stopped', enable: false });
  new selinux.Selinux(site, { mode: 'disabled' });
}

/** 网络环境配置 */
function setUpNetwork(site: Scope): void {
  const { controller, management, managementInterface, providerInterface, nameserver } = hostOf(site);
  new network.Interface(site, managementInterface, {
    ipaddress: management,
    netmask: '255.255.255.0',
    nm_controlled: false,
  });
  new network.Interface(site, providerInterface, { bootproto: 'dhcp' });
  new hostname.Hostname(site, { hostname: controller });
  for (const name of [controller, 'compute1', 'block1', 'object1', 'object2'])
    new Host(site, name, { ip: management });
  // Some distributions map the host's name to another loopback address, on which no service listens.
  new FileLine(site, 'no name on 127.0.1.1', {
    ensure: 'absent',
    path: '/etc/hosts',
    match: '^127\\.0\\.1\\.1\\s',
    match_for_absence: true,
    multiple: true,
  });
  new FileLine(site, 'DNS', { path: '/etc/resolv.conf', line: `nameserver ${nameserver}` });
}

/** 安装 Network Time Protocol */
function keepTime(site: Scope): void {
  const { network } = hostOf(site);
  new chrony.Server(site, { allow: [network] });
}

/** OpenStack 安装源 */
function addRepositories(site: Scope): void {
  new Package(site, 'centos-release-openstack-newton', { tag: 'repository' });
  new Package(site, 'rdo-release', {
    provider: 'yum',
    source: 'https://rdoproject.org/repos/rdo-release.rpm',
    tag: 'repository',
  });
  const upgrade = new Exec(site, 'yum -y upgrade', { path: '/usr/bin', refreshonly: true, timeout: 0 });
  for (const type of [yumrepo.Yumrepo, Package])
    site.chain(site.collect(type, { tag: 'repository' })).notify(upgrade);
  // python-openstackclient
  site.include(openstacklib.Openstackclient);
  site.chain(upgrade).before(openstacklib.Openstackclient.ref());
  new Package(site, 'openstack-selinux', { require: upgrade });
  site.chain(upgrade).before(Anchor.ref('keystone::install::begin'));
  site.chain(upgrade).before(Anchor.ref('glance::install::begin'));
}

/** 安装 MySQL */
function installDatabase(site: Scope): void {
  const { management } = hostOf(site);
  new mysql.Server(site, {
    config_file: '/etc/my.cnf.d/openstack.cnf',
    override_options: {
      mysqld: {
        'bind-address': management,
        'default-storage-engine': 'innodb',
        innodb_file_per_table: true,
        max_connections: 4096,
        'collation-server': 'utf8_general_ci',
        'character-set-server': 'utf8',
      },
    },
    root_password: site.lookup('centos7_newton::mysql_root_password', value.secretString, {
      default: () => secret.env('MYSQL_ROOT_PASS'),
    }),
    // mysql_secure_installation
    remove_default_accounts: true,
  });
  new mysql.Client(site);
  new Package(site, 'python2-PyMySQL');
}

/** 安装消息队列 */
function installBroker(site: Scope): void {
  new rabbitmq.Server(site);
  new RabbitmqUser(site, 'openstack', {
    password: site.lookup('centos7_newton::rabbit_password', value.secretString, {
      default: () => secret.env('RABBIT_PASS'),
    }),
  });
  new RabbitmqUserPermissions(site, 'openstack@/', {
    configure_permission: '.*',
    write_permission: '.*',
    read_permission: '.*',
  });
}

/** 安装 memcache */
function installCache(site: Scope): void {
  new memcached.Server(site, { listen: [] });
  new Package(site, 'python-memcached');
}

/** 身份认证组件 keystone */
function installKeystone(site: Scope): void {
  const { controller, publicUrl, adminUrl } = hostOf(site);
  const password = site.lookup('centos7_newton::keystone_database_password', value.secretString, {
    default: () => secret.env('KEYSTONE_DBPASS'),
  });
  new keystone.db.Mysql(site, { password, host: 'localhost', allowed_hosts: '%' });
  site.include(keystone.Deps);
  new Package(site, 'keystone', { name: 'openstack-keystone', tag: ['openstack', 'keystone-package'] });
  for (const name of ['httpd', 'mod_wsgi']) new Package(site, name, { tag: 'keystone-package' });

  new keystone.Db(site, { database_connection: database(controller, 'keystone', password) });
  new KeystoneConfig(site, 'token/provider', { value: 'fernet' });

  site.include(keystone.db.Sync);
  for (const [command, repository] of [
    ['fernet_setup', 'fernet-keys'],
    ['credential_setup', 'credential-keys'],
  ]) {
    new Exec(site, `keystone-manage ${command}`, {
      command: `keystone-manage ${command} --keystone-user keystone --keystone-group keystone`,
      path: '/usr/bin',
      creates: `/etc/keystone/${repository}/0`,
      require: Anchor.ref('keystone::dbsync::end'),
      before: Anchor.ref('keystone::service::begin'),
    });
  }
  new Exec(site, 'keystone-manage bootstrap', {
    path: '/usr/bin',
    environment: {
      OS_BOOTSTRAP_PASSWORD: adminPassword(site),
      OS_BOOTSTRAP_ADMIN_URL: `${adminUrl}/v3/`,
      OS_BOOTSTRAP_INTERNAL_URL: `${adminUrl}/v3/`,
      OS_BOOTSTRAP_PUBLIC_URL: `${publicUrl}/v3/`,
      OS_BOOTSTRAP_REGION_ID: 'RegionOne',
    },
    refreshonly: true,
    require: [Exec.ref('keystone-manage fernet_setup'), Exec.ref('keystone-manage credential_setup')],
    subscribe: Anchor.ref('keystone::dbsync::end'),
    before: Anchor.ref('keystone::service::begin'),
  });
}

/** 配置 Apache HTTP */
function configureApache(site: Scope): void {
  const { controller } = hostOf(site);
  const httpd = new Service(site, 'httpd', { ensure: 'running', enable: true, tag: 'keystone-service' });
  new FileLine(site, 'ServerName', {
    path: '/etc/httpd/conf/httpd.conf',
    line: `ServerName ${controller}`,
    match: '^\\s*ServerName\\s',
    after: '^#ServerName\\s',
    require: Package.ref('httpd'),
    notify: httpd,
  });
  new File(site, '/etc/httpd/conf.d/wsgi-keystone.conf', {
    ensure: 'link',
    target: '/usr/share/keystone/wsgi-keystone.conf',
    require: [Package.ref('httpd'), Package.ref('keystone')],
    notify: httpd,
  });
}

/** keystone 用户 */
function createProjectsAndUsers(site: Scope): void {
  new KeystoneTenant(site, 'service', { description: 'Service Project' });
  new KeystoneTenant(site, 'demo', { description: 'Demo Project' });
  new KeystoneUser(site, 'demo', {
    password: demoPassword(site),
  });
  new KeystoneRole(site, 'user');
  new KeystoneUserRole(site, 'demo@demo', { roles: ['user'] });
}

/** 验证 keystone: 禁止临时认证 token */
function disableAdminToken(site: Scope): void {
  site.include(keystone.DisableAdminTokenAuth);
  site.chain(Anchor.ref('keystone::service::end')).before(keystone.DisableAdminTokenAuth.ref());
  site.chain(keystone.DisableAdminTokenAuth.ref()).notify(
    new Exec(site, 'restart_keystone', {
      command: 'systemctl restart httpd',
      path: '/usr/bin',
      refreshonly: true,
    }),
  );
}

/** 创建 OpenStack client 环境脚本 */
function writeScripts(site: Scope): void {
  const { publicUrl, adminUrl } = hostOf(site);
  new openstack_extras.AuthFile(site, '/root/admin-openrc', {
    password: adminPassword(site),
    auth_url: `${adminUrl}/v3`,
  });
  new openstack_extras.AuthFile(site, '/root/demo-openrc', {
    username: 'demo',
    project_name: 'demo',
    password: demoPassword(site),
    auth_url: `${publicUrl}/v3`,
  });
  // Resources in Keystone are created with these credentials.
  for (const type of [KeystoneTenant, KeystoneUser, KeystoneRole])
    site.chain(File.ref('/root/admin-openrc')).before(site.collect(type));
}

/** Glance 镜像组件 */
function installGlance(site: Scope): void {
  const { controller, publicUrl, adminUrl } = hostOf(site);
  const password = site.lookup('centos7_newton::glance_password', value.secretString, {
    default: () => secret.env('GLANCE_PASS'),
  });
  const databasePassword = site.lookup('centos7_newton::glance_database_password', value.secretString, {
    default: () => secret.env('GLANCE_DBPASS'),
  });
  const database_connection = database(controller, 'glance', databasePassword);
  const authtoken = {
    auth_uri: publicUrl,
    auth_url: adminUrl,
    memcached_servers: [`${controller}:11211`],
    project_name: 'service',
    password,
  };

  new glance.db.Mysql(site, { password: databasePassword, host: 'localhost', allowed_hosts: '%' });
  new glance.keystone.Auth(site, {
    password,
    tenant: 'service',
    service_description: 'OpenStack Image',
    public_url: `http://${controller}:9292`,
    internal_url: `http://${controller}:9292`,
    admin_url: `http://${controller}:9292`,
  });

  new glance.Api(site, { stores: ['file', 'http'], default_store: 'file' });
  new glance.api.Db(site, { database_connection });
  new glance.api.Authtoken(site, authtoken);
  new glance.backend.File(site, { filesystem_store_datadir: '/var/lib/glance/images/' });
  new glance.Registry(site);
  new glance.registry.Db(site, { database_connection });
  new glance.registry.Authtoken(site, authtoken);

  new GlanceImage(site, 'cirros', {
    disk_format: 'qcow2',
    container_format: 'bare',
    is_public: true,
    source: 'http://download.cirros-cloud.net/0.3.4/cirros-0.3.4-x86_64-disk.img',
    require: new HttpConnValidator(site, 'the image API', {
      host: controller,
      port: 9292,
      expected_code: 300,
      require: Anchor.ref('glance::service::end'),
    }),
  });
}

/** Returns the URL of a service's database, which has the service's name. */
function database(host: string, name: string, password: Secret<string>) {
  return openstacklib.osDatabaseConnection({
    dialect: 'mysql+pymysql',
    host,
    username: name,
    password,
    database: name,
  });
}
