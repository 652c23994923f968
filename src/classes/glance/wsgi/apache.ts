import { createWsgiApache } from '../../openstack-service/create-wsgi-apache.js';
import { glanceService } from '../glance-service.js';
import { glancePlatform, wsgiScriptSource } from '../platform.js';

/** Glance's API in Apache, instead of its own service. */
export class Apache extends createWsgiApache(glanceService, {
  title: 'glance_wsgi',
  process: 'glance-api',
  port: 9292,
  source: wsgiScriptSource,
  findDirectory: (facts, release) => glancePlatform(facts, release)?.wsgiScriptPath,
  since: 'zed',
}) {}
