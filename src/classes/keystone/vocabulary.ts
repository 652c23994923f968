import * as keystone from './index.js';

export const keystoneClasses = [
  keystone.Bootstrap,
  keystone.Cache,
  keystone.Client,
  keystone.Config,
  keystone.Cors,
  keystone.cron.FernetRotate,
  keystone.cron.TokenFlush,
  keystone.cron.TrustFlush,
  keystone.Db,
  keystone.db.Mysql,
  keystone.db.Postgresql,
  keystone.db.Sync,
  keystone.Deps,
  keystone.DisableAdminTokenAuth,
  keystone.Endpoint,
  keystone.Healthcheck,
  keystone.Keystone,
  keystone.Logging,
  keystone.messaging.Amqp,
  keystone.Params,
  keystone.Policy,
  keystone.roles.Admin,
  keystone.SecurityCompliance,
  keystone.wsgi.Apache,
  keystone.wsgi.Uwsgi,
] as const;

export const keystoneDefinedTypes = [
  keystone.resource.Authtoken,
  keystone.resource.ServiceIdentity,
  keystone.resource.ServiceUser,
] as const;
