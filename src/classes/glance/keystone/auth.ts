import { isReleaseBetween } from '../../../data/releases.js';
import {
  createIdentity,
  createIdentityParameters,
  orderBeforeEnd,
} from '../../openstack-service/create-identity.js';
import { glanceService } from '../glance-service.js';
import { createFormerAddresses } from './former-addresses.js';
import { orderIdentity } from './order-identity.js';

const PORT = 9292;

/** Glance in Keystone: its user, its service, its endpoints. */
export class Auth extends createIdentity(
  glanceService,
  {
    ...createIdentityParameters({
      user: 'glance',
      service: 'glance',
      type: 'image',
      description: 'OpenStack Image Service',
      url: `http://127.0.0.1:${PORT}`,
    }),
    ...createFormerAddresses(PORT),
  },
  (scope) => {
    if (isReleaseBetween(scope.release, undefined, 'xena')) orderIdentity(scope);
    else orderBeforeEnd(scope, glanceService.name);
  },
) {}
