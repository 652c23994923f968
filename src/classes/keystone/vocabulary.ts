import * as keystone from './index.js';

export const keystoneClasses = [keystone.Client, keystone.Deps, keystone.Params] as const;

export const keystoneDefinedTypes = [
  keystone.resource.Authtoken,
  keystone.resource.ServiceIdentity,
  keystone.resource.ServiceUser,
] as const;
