import * as oslo from '../../oslo/index.js';
import { adaptParameter } from '../../shared/index.js';

const rabbit = oslo.messaging.Rabbit.definition.attributes;

/** The replacement of the parameters for the parts of the broker's address. */
export const inTheUrl = {
  until: 'queens',
  became: { name: 'keystone::default_transport_url' },
  deprecated: { since: 'ocata', hint: 'use default_transport_url' },
} as const;

/** Parameters for the parts of the broker's address, before there was one URL. */
export const legacyBrokerParameters = {
  rabbit_host: adaptParameter(rabbit.rabbit_host, inTheUrl),
  rabbit_hosts: adaptParameter(rabbit.rabbit_hosts, inTheUrl),
  rabbit_password: adaptParameter(rabbit.rabbit_password, inTheUrl),
  rabbit_port: adaptParameter(rabbit.rabbit_port, inTheUrl),
  rabbit_userid: adaptParameter(rabbit.rabbit_userid, inTheUrl),
  rabbit_virtual_host: adaptParameter(rabbit.rabbit_virtual_host, inTheUrl),
} as const;
