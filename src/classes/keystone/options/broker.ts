import * as oslo from '../../oslo/index.js';

const rabbit = oslo.messaging.Rabbit.definition.attributes;

const inTheUrl = {
  until: 'queens',
  became: { name: 'keystone::default_transport_url' },
  deprecated: { since: 'ocata', hint: 'use default_transport_url' },
} as const;

/** Parameters for the parts of the broker's address, before there was one URL. */
export const legacyBrokerParameters = {
  rabbit_host: { ...rabbit.rabbit_host, ...inTheUrl },
  rabbit_hosts: { ...rabbit.rabbit_hosts, ...inTheUrl },
  rabbit_password: { ...rabbit.rabbit_password, ...inTheUrl },
  rabbit_port: { ...rabbit.rabbit_port, ...inTheUrl },
  rabbit_userid: { ...rabbit.rabbit_userid, ...inTheUrl },
  rabbit_virtual_host: { ...rabbit.rabbit_virtual_host, ...inTheUrl },
} as const;
