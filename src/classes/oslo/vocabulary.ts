import * as oslo from './index.js';

export const osloClasses = [oslo.Oslo, oslo.Params] as const;

export const osloDefinedTypes = [
  oslo.Cache,
  oslo.Concurrency,
  oslo.Coordination,
  oslo.Cors,
  oslo.Db,
  oslo.Healthcheck,
  oslo.KeyManager,
  oslo.key_manager.Barbican,
  oslo.key_manager.barbican.ServiceUser,
  oslo.Limit,
  oslo.Log,
  oslo.messaging.Amqp,
  oslo.messaging.Default,
  oslo.messaging.Notifications,
  oslo.messaging.Rabbit,
  oslo.messaging.Zmq,
  oslo.Middleware,
  oslo.Policy,
  oslo.Privsep,
  oslo.Service,
  oslo.service.Ssl,
  oslo.service.Wsgi,
  oslo.Versionedobjects,
] as const;
