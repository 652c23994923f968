import * as oslo from '../../oslo/index.js';

const rabbit = oslo.messaging.Rabbit.definition.attributes;

const inTheUrl = {
  until: 'queens',
  became: { name: 'keystone::default_transport_url' },
  deprecated: { since: 'ocata', hint: 'say it with default_transport_url' },
} as const;

/** The broker in parts, before one URL said all of it. */
export const legacyBrokerParameters = {
  rabbit_host: { ...rabbit.rabbit_host, ...inTheUrl },
  rabbit_hosts: { ...rabbit.rabbit_hosts, ...inTheUrl },
  rabbit_password: { ...rabbit.rabbit_password, ...inTheUrl },
  rabbit_port: { ...rabbit.rabbit_port, ...inTheUrl },
  rabbit_userid: { ...rabbit.rabbit_userid, ...inTheUrl },
  rabbit_virtual_host: { ...rabbit.rabbit_virtual_host, ...inTheUrl },
} as const;
