import type { Scope } from '../../catalog/index.js';

/** What a platform calls the things of the server. */
export interface MysqlPlatform {
  readonly serverPackage: string;
  readonly clientPackage: string;
  readonly service: string;
  /** Where this module's own options stand: read after all that the packages bring. */
  readonly configFile: string;
  /** Where the server listens for its own host. */
  readonly socket: string;
  readonly bindings: Readonly<Record<Binding, string>>;
}

/** Libraries by which programs talk to the server. */
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

/** What the platform of a node calls the things of the server. */
export function findPlatform(scope: Scope): MysqlPlatform {
  const { family } = scope.facts.os ?? {};
  return (
    platforms[family ?? ''] ??
    scope.fail(`the OS family ${family ?? '(unknown)'} is not supported`, 'Debian and RedHat are')
  );
}
