/** Something changed by hand, with the real client. */
export interface Drift {
  readonly what: string;
  /** Statements, by root. */
  readonly by: string;
  /** What a plan is certain of, and all that an apply changes. */
  readonly will: readonly string[];
}

const everything = ['Mysql_user[glance@localhost]', 'Mysql_grant[glance@localhost/glance.*]'];

/** What the server is subjected to, one after the other; each is repaired before the next. */
export const drifts: readonly Drift[] = [
  {
    what: 'a password',
    by: "SET PASSWORD FOR glance@localhost = PASSWORD('another')",
    will: ['Mysql_user[glance@localhost]'],
  },
  {
    what: "root's password, and leaves its login through the socket",
    by: "ALTER USER root@localhost IDENTIFIED VIA mysql_native_password USING PASSWORD('another') OR unix_socket",
    will: ['Mysql_user[root@localhost]'],
  },
  {
    what: 'how an account logs in',
    by: "ALTER USER daemon@localhost IDENTIFIED VIA mysql_native_password USING PASSWORD('x')",
    will: ['Mysql_user[daemon@localhost]'],
  },
  {
    what: 'a limit, and what TLS needs',
    by: 'ALTER USER keystone@127.0.0.1 REQUIRE SSL WITH MAX_USER_CONNECTIONS 1',
    will: ['Mysql_user[keystone@127.0.0.1]'],
  },
  {
    what: 'privileges that were revoked',
    by: 'REVOKE ALL PRIVILEGES ON glance.* FROM glance@localhost',
    will: ['Mysql_grant[glance@localhost/glance.*]'],
  },
  {
    what: 'one privilege of all that was revoked',
    by: 'REVOKE DROP ON glance.* FROM glance@localhost',
    will: ['Mysql_grant[glance@localhost/glance.*]'],
  },
  {
    what: 'privileges that were added',
    by: "GRANT INSERT, DELETE ON glance.* TO reader@'%'; GRANT FILE ON *.* TO reader@'%'",
    will: ['Mysql_grant[reader@%/*.*]', 'Mysql_grant[reader@%/glance.*]'],
  },
  {
    what: "a database's character set",
    by: 'ALTER DATABASE glance CHARACTER SET latin1',
    will: ['Mysql_database[glance]'],
  },
  {
    what: 'a database that was dropped',
    by: 'DROP DATABASE glance',
    will: ['Mysql_database[glance]'],
  },
  { what: 'an account that was dropped', by: 'DROP USER glance@localhost', will: everything },
  {
    what: 'a plugin that was removed',
    by: 'DROP USER modern@localhost; UNINSTALL PLUGIN ed25519',
    will: ['Mysql_plugin[ed25519]', 'Mysql_user[modern@localhost]'],
  },
  {
    what: 'what a server should not have',
    by:
      "CREATE USER ''@localhost; CREATE USER root@'%' IDENTIFIED BY 'x'; CREATE DATABASE test; " +
      "GRANT ALL ON `test\\_%`.* TO ''@localhost",
    will: ['Mysql_secure_installation[mysql::server::account_security]'],
  },
];
