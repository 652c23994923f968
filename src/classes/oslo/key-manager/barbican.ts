import { parameter, string } from '../../../catalog/index.js';
import { createOptionsDefinedType, option } from '../../shared/index.js';

/** `oslo::key_manager::barbican`: the options of castellan for Barbican. */
export class Barbican extends createOptionsDefinedType(
  'oslo::key_manager::barbican',
  {
    config: parameter(string, 'The configuration type, if it is not the title.'),
    barbican_endpoint: option(
      'barbican/barbican_endpoint',
      "Barbican's URL, if it is not in the service catalog.",
    ),
    barbican_api_version: option('barbican/barbican_api_version', "The version of Barbican's API."),
    auth_endpoint: option('barbican/auth_endpoint', "Keystone's URL."),
    retry_delay: option('barbican/retry_delay', 'Seconds between two polls of a new key.'),
    number_of_retries: option('barbican/number_of_retries', 'Number of polls of a new key.'),
    barbican_endpoint_type: option(
      'barbican/barbican_endpoint_type',
      "Interface of Barbican's endpoint: `public`, `internal`, `admin`.",
    ),
    barbican_region_name: option('barbican/barbican_region_name', "The region of Barbican's endpoint."),
    send_service_user_token: option(
      'barbican/send_service_user_token',
      "Whether a token of the service is sent with the user's token.",
    ),
  },
  { doc: 'The client of Barbican (castellan).', since: 'wallaby' },
) {}
