import * as rabbitmq from './index.js';

export const rabbitmqClasses = [
  rabbitmq.Config,
  rabbitmq.Install,
  rabbitmq.Management,
  rabbitmq.Rabbitmq,
  rabbitmq.Server,
  rabbitmq.Service,
] as const;
