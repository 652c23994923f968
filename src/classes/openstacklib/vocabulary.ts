import * as openstacklib from './index.js';

export const openstacklibClasses = [
  openstacklib.Defaults,
  openstacklib.Iscsid,
  openstacklib.Openstackclient,
  openstacklib.Params,
  openstacklib.PolicyClass,
  openstacklib.Policyrcd,
] as const;

export const openstacklibDefinedTypes = [
  openstacklib.Clouds,
  openstacklib.db.Mysql,
  openstacklib.db.mysql.HostAccess,
  openstacklib.db.Postgresql,
  openstacklib.messaging.Rabbitmq,
  openstacklib.Policy,
  openstacklib.policy.Base,
  openstacklib.policy.Default,
  openstacklib.ServiceValidation,
  openstacklib.wsgi.Apache,
] as const;
