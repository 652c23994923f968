/** The properties of an OpenStack service that are needed to use its API. */
export interface ServiceApi {
  /** The name in messages: `Glance`. */
  readonly name: string;
  /** The version of the API that is used, as in its URL. */
  readonly version: string;
  /** The clouds of a `clouds.yaml` that can serve, the best first. */
  readonly clouds: readonly string[];
  /** The service's own configuration: its `[keystone_authtoken]` is the last source of credentials. */
  readonly configuration?: string | undefined;
}

/** The OpenStack services whose APIs are used, by their types in Keystone's catalog. A further service is a further row. */
export const serviceApis = {
  identity: {
    name: 'Keystone',
    version: 'v3',
    // Keystone takes twice as long to check a token for the system as one for a project. The system comes last, for
    // releases whose policy requires it.
    clouds: ['project', 'admin', 'default', 'system'],
  },
  image: {
    name: 'Glance',
    version: 'v2',
    clouds: ['project', 'admin', 'default'],
    configuration: '/etc/glance/glance-api.conf',
  },
} as const satisfies Readonly<Record<string, ServiceApi>>;

/** The type of a service in Keystone's catalog. */
export type ServiceType = keyof typeof serviceApis;

/** Returns the row of a service. */
export function findServiceApi(type: ServiceType): ServiceApi {
  return serviceApis[type];
}
