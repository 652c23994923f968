import * as keystone from './index.js';

export const keystoneClasses = [
  keystone.Bootstrap,
  keystone.Cache,
  keystone.Client,
  keystone.Config,
  keystone.Cors,
  keystone.Db,
  keystone.db.Mysql,
  keystone.db.Postgresql,
  keystone.db.Sync,
  keystone.Deps,
  keystone.Healthcheck,
  keystone.Keystone,
  keystone.Logging,
  keystone.Params,
  keystone.Policy,
] as const;

export const keystoneDefinedTypes = [
  keystone.resource.Authtoken,
  keystone.resource.ServiceIdentity,
  keystone.resource.ServiceUser,
] as const;
