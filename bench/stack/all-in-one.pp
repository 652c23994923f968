# The equivalent of manifests/all-in-one.ts for Puppet and its modules from Debian 12. The passwords are facts. It does
# less if a module does not exist: memcached is only a package and a service, the openrc files are shorter, and it does
# not wait for the image API.
class { 'mysql::server':
  root_password           => $facts['mysql_root_pass'],
  remove_default_accounts => true,
}
class { 'rabbitmq':
  delete_guest_user => true,
}
rabbitmq_user { 'openstack':
  password => $facts['rabbit_pass'],
}
rabbitmq_user_permissions { 'openstack@/':
  configure_permission => '.*',
  write_permission     => '.*',
  read_permission      => '.*',
}
package { 'memcached': }
-> service { 'memcached':
  ensure => running,
  enable => true,
}

class { 'keystone::db::mysql':
  password => $facts['keystone_dbpass'],
}
class { 'keystone::db':
  database_connection => "mysql+pymysql://keystone:${facts['keystone_dbpass']}@127.0.0.1/keystone",
}
class { 'keystone': }
class { 'keystone::wsgi::uwsgi': }
class { 'keystone::cache':
  enabled          => true,
  backend          => 'dogpile.cache.memcached',
  memcache_servers => ['127.0.0.1:11211'],
  token_caching    => true,
}
class { 'keystone::bootstrap':
  password     => $facts['admin_pass'],
  public_url   => 'http://127.0.0.1:5000',
  internal_url => 'http://127.0.0.1:5000',
  admin_url    => 'http://127.0.0.1:5000',
}

keystone_role { 'member':
  ensure => present,
}
keystone_tenant { 'demo':
  ensure      => present,
  description => 'Demo project',
}
keystone_user { 'demo':
  ensure   => present,
  password => $facts['demo_pass'],
  email    => 'demo@localhost',
}
keystone_user_role { 'demo@demo':
  ensure => present,
  roles  => ['member'],
}
['admin', 'demo'].each |$user| {
  file { "/root/${user}-openrc":
    mode    => '0600',
    content => "export OS_USERNAME='${user}'\nexport OS_PASSWORD='${facts["${user}_pass"]}'\n",
  }
}

class { 'glance::db::mysql':
  password => $facts['glance_dbpass'],
}
class { 'glance::keystone::auth':
  password => $facts['glance_pass'],
}
class { 'glance::api::db':
  database_connection => "mysql+pymysql://glance:${facts['glance_dbpass']}@127.0.0.1/glance",
}
class { 'glance::api::authtoken':
  password          => $facts['glance_pass'],
  memcached_servers => ['127.0.0.1:11211'],
}
class { 'glance::notify::rabbitmq':
  default_transport_url => "rabbit://openstack:${facts['rabbit_pass']}@127.0.0.1:5672/",
  notification_driver   => 'messagingv2',
}
class { 'glance::wsgi::uwsgi': }
class { 'glance::api':
  enabled_backends => ['local:file'],
  default_backend  => 'local',
}
glance::backend::multistore::file { 'local':
  filesystem_store_datadir => '/var/lib/glance/images',
}
file { '/var/lib/glance/images':
  ensure  => directory,
  owner   => 'glance',
  group   => 'glance',
  mode    => '0750',
  require => Anchor['glance::install::end'],
  before  => Anchor['glance::service::begin'],
}
file { '/usr/local/share/hello.img':
  source => '/opt/glance-apply/manifests/files/hello.img',
  mode   => '0644',
}
glance_image { 'hello':
  ensure           => present,
  disk_format      => 'raw',
  container_format => 'bare',
  is_public        => 'yes',
  source           => '/usr/local/share/hello.img',
  require          => [Anchor['glance::service::end'], File['/usr/local/share/hello.img']],
}
