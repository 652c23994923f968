import { createCors } from '../openstack-service/create-cors.js';
import { keystoneService } from './keystone-service.js';

/** `keystone::cors`: the other web sites that can call Keystone from a browser. */
export class Cors extends createCors(keystoneService) {}
