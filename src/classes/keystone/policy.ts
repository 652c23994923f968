import { createPolicy } from '../openstack-service/create-policy.js';
import { keystoneService } from './keystone-service.js';

/** `keystone::policy`: the access rules of Keystone's API. */
export class Policy extends createPolicy(keystoneService) {}
