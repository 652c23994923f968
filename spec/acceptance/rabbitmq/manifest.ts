import {
  manifest,
  memcached,
  RabbitmqBinding,
  RabbitmqExchange,
  RabbitmqParameter,
  RabbitmqPolicy,
  RabbitmqQueue,
  RabbitmqUser,
  RabbitmqUserPermissions,
  RabbitmqVhost,
  rabbitmq,
  secret,
} from 'glance-apply';
import { hostile } from './hostile.js';

const all = { configure_permission: '.*', write_permission: '.*', read_permission: '.*' };

export default manifest((site) => {
  // The host shares its network with others.
  new rabbitmq.Rabbitmq(site, {
    node_ip_address: '127.0.0.1',
    heartbeat: 30,
    delete_guest_user: true,
    config_variables: { log_levels: '[{connection, warning}]' },
  });
  new RabbitmqUser(site, 'glance', { admin: true, password: secret('an_even_bigger_secret') });
  new RabbitmqUserPermissions(site, 'glance@/', all);

  new RabbitmqVhost(site, 'v', { description: 'of the specs', tags: ['one', 'two'] });
  new RabbitmqUserPermissions(site, 'glance@v', { ...all, write_permission: '^q' });
  new RabbitmqPolicy(site, 'short@v', {
    pattern: '^q',
    applyto: 'queues',
    priority: 2,
    definition: { 'message-ttl': '5000', 'max-length': 7 },
  });
  new RabbitmqParameter(site, 'limits@v', {
    component_name: 'vhost-limits',
    value: { 'max-connections': '100' },
  });
  new RabbitmqExchange(site, 'e@v', { type: 'topic', durable: true });
  new RabbitmqQueue(site, 'q@v', { arguments: { 'x-max-length': 9 } });
  new RabbitmqBinding(site, 'e@q@v', { routing_key: '#.created' });

  new RabbitmqVhost(site, hostile.name);
  new RabbitmqUser(site, hostile.name, { password: secret(hostile.password), tags: ['monitoring'] });
  new RabbitmqUserPermissions(site, `${hostile.name}@${hostile.name}`, all);

  new memcached.Server(site, { tcp_port: 11219, max_memory: 32 });
});
