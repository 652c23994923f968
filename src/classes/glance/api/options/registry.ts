import { type OptionValue, option, perRelease, serviceDefault } from '../../../shared/index.js';

const registry = { until: 'ussuri', obsolete: 'the API reads the database itself since victoria' } as const;
/** Ussuri's class only writes these if they are given. */
const onceGiven = (usual: string) =>
  perRelease<OptionValue | undefined>({ newton: usual, ussuri: undefined });

/** The address of the registry, for the API and the cache's tools. */
export const registryOptions = {
  registry_host: option('DEFAULT/registry_host', 'Address of the registry.', {
    default: onceGiven('0.0.0.0'),
    ...registry,
  }),
  registry_port: option('DEFAULT/registry_port', 'Port of the registry.', {
    default: onceGiven(serviceDefault),
    ...registry,
  }),
} as const;

/** The API's client of the registry. */
export const registryClientOptions = {
  registry_client_protocol: option(
    'DEFAULT/registry_client_protocol',
    'Protocol of the registry: http or https.',
    {
      default: onceGiven(serviceDefault),
      ...registry,
    },
  ),
  registry_client_ca_file: option(
    'DEFAULT/registry_client_ca_file',
    "Authority of the registry's certificate.",
    registry,
  ),
  registry_client_cert_file: option(
    'DEFAULT/registry_client_cert_file',
    'Certificate to present to the registry.',
    registry,
  ),
  registry_client_key_file: option('DEFAULT/registry_client_key_file', 'Key of that certificate.', registry),
} as const;
