import { createCors } from '../openstack-service/create-cors.js';
import { keystoneService } from './keystone-service.js';

/** `keystone::cors`: which other web sites may call Keystone from a browser. */
export class Cors extends createCors(keystoneService) {}
