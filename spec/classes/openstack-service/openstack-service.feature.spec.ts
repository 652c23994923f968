import { expect } from 'chai';
import { compile, manifest } from '../../../src/catalog/index.js';
import { createAuthtoken } from '../../../src/classes/openstack-service/authtoken.js';
import { createConfig } from '../../../src/classes/openstack-service/create-config.js';
import { createCors } from '../../../src/classes/openstack-service/create-cors.js';
import { createDeps } from '../../../src/classes/openstack-service/create-deps.js';
import { createHealthcheck } from '../../../src/classes/openstack-service/create-healthcheck.js';
import {
  createIdentity,
  createIdentityParameters,
} from '../../../src/classes/openstack-service/create-identity.js';
import { createMysql } from '../../../src/classes/openstack-service/create-mysql.js';
import { createPolicy } from '../../../src/classes/openstack-service/create-policy.js';
import { createSync } from '../../../src/classes/openstack-service/create-sync.js';
import { createWsgiApache } from '../../../src/classes/openstack-service/create-wsgi-apache.js';
import { createDatabase } from '../../../src/classes/openstack-service/database.js';
import {
  declareDaemon,
  declareServicePackage,
} from '../../../src/classes/openstack-service/declare-daemon.js';
import { createLogging } from '../../../src/classes/openstack-service/logging.js';
import type { OpenStackService } from '../../../src/classes/openstack-service/openstack-service.js';
import { File, GlanceApiConfig, Package, Service } from '../../../src/resources/index.js';

/** A service that does not exist, which borrows the configuration type of Glance. */
const names = { name: 'quartz', title: 'Quartz' };
class Deps extends createDeps(names, [{ type: GlanceApiConfig }]) {}
const quartz: OpenStackService = {
  ...names,
  user: 'quartz',
  group: 'quartz',
  config: 'glance_api_config',
  deps: Deps,
};
class Authtoken extends createAuthtoken(quartz) {}
class Config extends createConfig(quartz, {
  quartz_config: { type: GlanceApiConfig, file: 'quartz.conf' },
}) {}
class Cors extends createCors(quartz) {}
class Database extends createDatabase(quartz) {}
class Healthcheck extends createHealthcheck(quartz) {}
class Identity extends createIdentity(
  quartz,
  createIdentityParameters({
    user: 'quartz',
    service: 'quartz',
    type: 'mineral',
    description: 'Minerals',
    url: 'http://127.0.0.1:9999',
  }),
) {}
class Logging extends createLogging(quartz) {}
class Mysql extends createMysql(quartz) {}
class Policy extends createPolicy(quartz) {}
class Sync extends createSync(quartz, { command: 'quartz-manage', subcommand: 'db sync' }) {}
class Apache extends createWsgiApache(quartz, {
  title: 'quartz_wsgi',
  process: 'quartz-api',
  port: 9999,
  source: '/usr/bin/quartz-api-wsgi',
  findDirectory: () => '/usr/lib/cgi-bin/quartz',
}) {}

const facts = { os: { family: 'Debian', name: 'Debian', release: { full: '12', major: '12' } } };

describe('An OpenStack service that is written as a table', () => {
  it('has its anchors, packages, files, database, identity and services in order', async () => {
    const catalog = await compile(
      manifest((site) => {
        for (const type of [Cors, Database, Healthcheck, Logging, Policy, Sync, Apache]) new type(site);
        new Authtoken(site, { password: 'secret' });
        new Identity(site, { password: 'secret' });
        new Mysql(site, { password: 'secret' });
        new Config(site, { quartz_config: { 'DEFAULT/facets': { value: 6 } } });
        declareServicePackage(site, 'quartz', 'quartz-api', { ensure: 'present' });
        declareDaemon(site, 'quartz', {
          title: 'quartz-api',
          service: 'quartz-api',
          isManaged: true,
          isEnabled: true,
        });
      }),
      { facts, release: 'zed' },
    );
    const has = (reference: string) =>
      [...catalog.resources].some((one) => String(one.reference) === reference);
    for (const reference of [
      'Anchor[quartz::install::begin]',
      'Anchor[quartz::service::end]',
      'Glance_api_config[DEFAULT/facets]',
      'Glance_api_config[cors/allowed_origin]',
      'Glance_api_config[database/connection]',
      'Glance_api_config[healthcheck/detailed]',
      'Glance_api_config[keystone_authtoken/username]',
      'Glance_api_config[DEFAULT/log_dir]',
      'Exec[quartz-manage db sync]',
      'Keystone_user[quartz]',
      'Keystone_service[quartz::mineral]',
      String(Package.ref('quartz-api')),
      String(Service.ref('quartz-api')),
      String(File.ref('quartz_wsgi')),
    ])
      expect(has(reference), reference).to.equal(true);
  });
});
