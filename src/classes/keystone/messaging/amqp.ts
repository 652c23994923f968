import { classType } from '../../../catalog/index.js';
import * as oslo from '../../oslo/index.js';
import { Deps } from '../deps.js';

const {
  pre_settled,
  idle_timeout,
  ssl_ca_file,
  ssl_cert_file,
  ssl_key_file,
  ssl_key_password,
  sasl_mechanisms,
} = oslo.messaging.Amqp.definition.attributes;

/** `keystone::messaging::amqp`: a broker for AMQP 1.0. */
export class Amqp extends classType(
  'keystone::messaging::amqp',
  {
    amqp_pre_settled: pre_settled,
    amqp_idle_timeout: idle_timeout,
    amqp_ssl_ca_file: ssl_ca_file,
    amqp_ssl_cert_file: ssl_cert_file,
    amqp_ssl_key_file: ssl_key_file,
    amqp_ssl_key_password: ssl_key_password,
    amqp_sasl_mechanisms: sasl_mechanisms,
  },
  { doc: 'A broker for AMQP 1.0, for notifications.', since: 'ocata' },
) {
  override declare(): void {
    this.include(Deps);
    const values = Object.entries(this.parameters).map(([name, value]) => [
      name.slice('amqp_'.length),
      value,
    ]);
    new oslo.messaging.Amqp(this, 'keystone_config', Object.fromEntries(values));
  }
}
