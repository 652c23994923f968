import { createHealthcheck } from '../openstack-service/create-healthcheck.js';
import { keystoneService } from './keystone-service.js';

/** `keystone::healthcheck`: the health check of Keystone. */
export class Healthcheck extends createHealthcheck(keystoneService, 'wallaby') {}
