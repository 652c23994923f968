import { createHealthcheck } from '../openstack-service/create-healthcheck.js';
import { glanceService } from './glance-service.js';

/** The health check of Glance's API, /healthcheck: [healthcheck] of glance-api.conf. */
export class Healthcheck extends createHealthcheck(glanceService, 'wallaby') {}
