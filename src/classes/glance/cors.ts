import { createCors } from '../openstack-service/create-cors.js';
import { glanceService } from './glance-service.js';

/** The other web sites that can call Glance's API from a browser. */
export class Cors extends createCors(glanceService, 'xena') {}
