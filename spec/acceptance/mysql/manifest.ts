import {
  MysqlDatabase,
  MysqlGrant,
  MysqlPlugin,
  MysqlUser,
  manifest,
  mysql,
  openstacklib,
  secret,
} from 'glance-apply';

/** Names that would end a statement, a quoted text or a line of output, if they were let. */
const database = 'we`ird\'; DROP DATABASE canary; -- "100% ü \\';
const user = 'o\'brien"; DROP DATABASE `canary`; # 100% ü \\';

export default manifest((site) => {
  new mysql.Server(site, {
    root_password: secret('r\'o"o#t \\pw;%'),
    remove_default_accounts: true,
    // The host shares its network with others that may have a server, too.
    override_options: { mysqld: { 'skip-networking': true, max_connections: 77 } },
    databases: { canary: {} },
  });
  new mysql.Db(site, 'glance', { user: 'glance', password: secret("g'lance") });
  new openstacklib.db.Mysql(site, 'keystone', { password: secret('k%'), allowed_hosts: ['%'] });

  new MysqlDatabase(site, database, { charset: 'utf8mb4', collate: 'utf8mb4_unicode_ci' });
  new MysqlUser(site, `${user}@localhost`, {
    password_hash: mysql.mysqlPassword(secret("'; DROP DATABASE canary; --")),
    max_user_connections: 3,
    tls_options: ["SUBJECT '/CN=o\"brien'", 'ISSUER /CN=ca'],
  });
  new MysqlGrant(site, `${user}@localhost/${database}.*`, {
    user: `${user}@localhost`,
    table: `${database}.*`,
    privileges: ['SELECT', 'insert'],
    options: 'GRANT',
  });

  new MysqlUser(site, 'reader@%', { password_hash: mysql.mysqlPassword(secret('r')) });
  new MysqlGrant(site, 'reader@%/glance.*', { user: 'reader@%', table: 'glance.*', privileges: 'SELECT' });
  new MysqlGrant(site, 'reader@%/*.*', {
    user: 'reader@%',
    table: '*.*',
    privileges: ['PROCESS', 'REPLICATION CLIENT'],
  });

  new MysqlPlugin(site, 'ed25519', { soname: 'auth_ed25519.so' });
  new MysqlUser(site, 'modern@localhost', {
    plugin: 'ed25519',
    password_hash: secret('ZIgUREUg5PVgQ6LskhXmO+eZLS0nC8be6HPjYWR4YJY'),
  });
  new MysqlUser(site, 'daemon@localhost', { plugin: 'unix_socket' });
});
