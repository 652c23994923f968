import { Reference } from '../../catalog/index.js';

/**
 * Packages of Debian and Enterprise Linux that contain a program or a service with another name than their own. Packages that
 * are not in a catalog have no effect.
 */
const packagesByTool: Readonly<Record<string, readonly string[]>> = {
  apache2ctl: ['apache2'],
  augtool: ['augeas-tools', 'augeas'],
  apachectl: ['httpd', 'apache2'],
  chronyc: ['chrony'],
  chronyd: ['chrony'],
  cron: ['cron', 'cronie', 'systemd-cron'],
  crond: ['cronie'],
  crontab: ['cron', 'cronie', 'systemd-cron'],
  docker: ['docker.io', 'docker-ce'],
  'docker-compose': ['docker-compose-plugin'],
  'glance-manage': ['glance-api', 'glance-common', 'openstack-glance'],
  gem: ['ruby', 'rubygems', 'ruby-rubygems'],
  gpg: ['gnupg', 'gnupg2'],
  httpd: ['httpd'],
  'keystone-manage': ['keystone', 'openstack-keystone'],
  mariadb: ['mariadb-server', 'default-mysql-server', 'mariadb-client', 'default-mysql-client'],
  mysql: [
    'mysql-server',
    'mariadb-server',
    'default-mysql-server',
    'mysql-client',
    'mariadb-client',
    'default-mysql-client',
  ],
  mysqladmin: ['mysql-client', 'mariadb-client', 'default-mysql-client'],
  mysqld: ['mysql-server', 'mariadb-server', 'default-mysql-server'],
  named: ['bind9', 'bind'],
  'nfs-server': ['nfs-kernel-server', 'nfs-utils'],
  npm: ['nodejs'],
  npx: ['npm', 'nodejs'],
  openssl: ['openssl'],
  openstack: ['python3-openstackclient', 'python-openstackclient'],
  pip: ['python3-pip', 'python-pip'],
  pip3: ['python3-pip'],
  psql: ['postgresql-client', 'postgresql'],
  rabbitmqctl: ['rabbitmq-server'],
  getsebool: ['libselinux-utils', 'selinux-utils'],
  semodule: ['policycoreutils'],
  semanage: ['policycoreutils-python-utils', 'policycoreutils-python'],
  setsebool: ['policycoreutils'],
  ssh: ['openssh-server', 'openssh-client', 'openssh-clients'],
  sshd: ['openssh-server'],
  vim: ['vim-nox', 'vim-enhanced'],
};

/** Packages that a type of file system needs. */
const packagesByFileSystem: Readonly<Record<string, readonly string[]>> = {
  btrfs: ['btrfs-progs'],
  ceph: ['ceph-common'],
  cifs: ['cifs-utils'],
  glusterfs: ['glusterfs-client', 'glusterfs-fuse'],
  nfs: ['nfs-common', 'nfs-utils'],
  nfs4: ['nfs-common', 'nfs-utils'],
  vfat: ['dosfstools'],
  xfs: ['xfsprogs'],
};

/** Lists the packages that may contain a program or a service, by its name. */
export function listPackagesOfTool(name: string): Reference[] {
  const known = Object.hasOwn(packagesByTool, name) ? (packagesByTool[name] ?? []) : [];
  return [name, `${name}-server`, ...known].map((one) => new Reference('package', one));
}

/** Lists the packages that may be necessary to mount a type of file system. */
export function listPackagesOfFileSystem(fstype: string): Reference[] {
  const known = Object.hasOwn(packagesByFileSystem, fstype) ? (packagesByFileSystem[fstype] ?? []) : [];
  return known.map((one) => new Reference('package', one));
}
