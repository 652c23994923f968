/** Something that somebody changed with the services' own clients. */
export interface Drift {
  readonly what: string;
  /** A script, run by root who has read admin-openrc. */
  readonly by: string;
  /** What a plan is certain of, and all that an apply changes. */
  readonly will: readonly string[];
  /** What an apply may touch beside that: what is refreshed by it. */
  readonly also?: readonly string[];
}

const glanceRestarts = [
  'Exec[glance-manage db_sync]',
  'Exec[glance-manage db_load_metadefs]',
  'Service[glance-api]',
  'Http_conn_validator[the image API]',
];
const keystoneRestarts = ['Exec[keystone-manage db_sync]', 'Exec[keystone bootstrap]', 'Service[keystone]'];
const imageEndpoint = '$(openstack endpoint list --service image --interface public -f value -c ID)';

/** What the host is subjected to, one after the other; each is repaired before the next. */
export const drifts: readonly Drift[] = [
  {
    what: 'the password of a user',
    by: 'openstack user set --password another demo',
    will: ['Keystone_user[demo]'],
  },
  {
    what: 'a user that was disabled, with another address',
    by: 'openstack user set --disable --email mallory@example.com demo',
    will: ['Keystone_user[demo]'],
  },
  {
    what: 'the address of an endpoint',
    by: `openstack endpoint set --url http://127.0.0.1:9999 ${imageEndpoint}`,
    will: ['Keystone_endpoint[RegionOne/glance::image]'],
  },
  {
    what: 'an endpoint that was removed',
    by: `openstack endpoint delete ${imageEndpoint}`,
    will: ['Keystone_endpoint[RegionOne/glance::image]'],
  },
  {
    what: 'a role that was taken away',
    by: 'openstack role remove --user demo --project demo member',
    will: ['Keystone_user_role[demo@demo]'],
  },
  {
    what: 'a role that was added',
    by: 'openstack role add --user demo --project demo admin',
    will: ['Keystone_user_role[demo@demo]'],
  },
  {
    what: 'what people are told of a project',
    by: "openstack project set --description 'Somebody else’s' demo",
    will: ['Keystone_tenant[demo]'],
  },
  {
    what: 'privileges in the database',
    by: 'mysql -e "REVOKE ALL PRIVILEGES ON glance.* FROM glance@\'127.0.0.1\'"',
    will: ['Mysql_grant[glance@127.0.0.1/glance.*]'],
    also: glanceRestarts,
  },
  {
    what: 'the password of a database account',
    by: "mysql -e \"SET PASSWORD FOR keystone@'127.0.0.1' = PASSWORD('another')\"",
    will: ['Mysql_user[keystone@127.0.0.1]'],
    also: keystoneRestarts,
  },
  {
    what: 'permissions in the broker',
    by: "rabbitmqctl set_permissions openstack '^x$' '' ''",
    will: ['Rabbitmq_user_permissions[openstack@/]'],
  },
  {
    what: 'a password in the broker, and an account that was to go',
    by: 'rabbitmqctl change_password openstack another; rabbitmqctl add_user guest guest',
    will: ['Rabbitmq_user[guest]', 'Rabbitmq_user[openstack]'],
  },
  {
    what: 'a setting of Glance',
    by: "sed -i 's/^default_backend *=.*/default_backend = elsewhere/' /etc/glance/glance-api.conf",
    will: ['Glance_api_config[glance_store/default_backend]', 'Service[glance-api]'],
    also: glanceRestarts,
  },
  {
    what: 'a setting of Keystone',
    by: "sed -i 's/^expiration *=.*/expiration = 60/' /etc/keystone/keystone.conf",
    will: ['Keystone_config[token/expiration]', 'Service[keystone]'],
    also: keystoneRestarts,
  },
  {
    what: 'who may see an image',
    by: 'openstack image set --private hello',
    will: ['Glance_image[hello]'],
  },
  {
    what: 'an image that was removed',
    by: 'openstack image delete hello',
    will: ['Glance_image[hello]'],
  },
  { what: 'memcached, stopped', by: 'systemctl stop memcached', will: ['Service[memcached]'] },
  {
    what: 'credentials that everybody may read',
    by: 'chmod 0644 /root/demo-openrc',
    will: ['File[/root/demo-openrc]'],
  },
];
