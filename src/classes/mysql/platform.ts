import type { Scope } from '../../catalog/index.js';

/** Names of the server's packages, service and files on a platform. */
export interface MysqlPlatform {
  readonly serverPackage: string;
  readonly clientPackage: string;
  readonly service: string;
  /** The file of this module's own options, which is read after those of the packages. */
  readonly configFile: string;
  /** The server's Unix socket. */
  readonly socket: string;
  readonly bindings: Readonly<Record<Binding, string>>;
}

/** Client libraries. */
export type Binding = 'java' | 'perl' | 'php' | 'python' | 'ruby' | 'client_dev' | 'daemon_dev';

const platforms: Readonly<Record<string, MysqlPlatform>> = {
  Debian: {
    serverPackage: 'mariadb-server',
    clientPackage: 'mariadb-client',
    service: 'mariadb',
    configFile: '/etc/mysql/mariadb.conf.d/90-glance-apply.cnf',
    socket: '/run/mysqld/mysqld.sock',
    bindings: {
      java: 'libmariadb-java',
      perl: 'libdbd-mysql-perl',
      php: 'php-mysql',
      python: 'python3-mysqldb',
      ruby: 'ruby-mysql2',
      client_dev: 'libmariadb-dev',
      daemon_dev: 'libmariadbd-dev',
    },
  },
  RedHat: {
    serverPackage: 'mariadb-server',
    clientPackage: 'mariadb',
    service: 'mariadb',
    configFile: '/etc/my.cnf.d/zz-glance-apply.cnf',
    socket: '/var/lib/mysql/mysql.sock',
    bindings: {
      java: 'mariadb-java-client',
      perl: 'perl-DBD-MySQL',
      php: 'php-mysqlnd',
      python: 'python3-PyMySQL',
      ruby: 'rubygem-mysql2',
      client_dev: 'mariadb-connector-c-devel',
      daemon_dev: 'mariadb-devel',
    },
  },
};

/** Returns the names on the node's platform. */
export function findPlatform(scope: Scope): MysqlPlatform {
  const { family } = scope.facts.os ?? {};
  return (
    platforms[family ?? ''] ??
    scope.fail(`the OS family ${family ?? '(unknown)'} is not supported`, 'Debian and RedHat are')
  );
}
