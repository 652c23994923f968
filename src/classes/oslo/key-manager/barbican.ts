import { parameter, string } from '../../../catalog/index.js';
import { option, optionsDefine } from '../../tables/index.js';

/** `oslo::key_manager::barbican`: the options of castellan for Barbican. */
export class Barbican extends optionsDefine(
  'oslo::key_manager::barbican',
  {
    config: parameter(string, 'The configuration type that is written, where it is not the title.'),
    barbican_endpoint: option(
      'barbican/barbican_endpoint',
      'Where Barbican is, where that is not in the catalog.',
    ),
    barbican_api_version: option('barbican/barbican_api_version', "The version of Barbican's API."),
    auth_endpoint: option('barbican/auth_endpoint', 'Where Keystone is.'),
    retry_delay: option('barbican/retry_delay', 'Seconds between two tries of making a key.'),
    number_of_retries: option(
      'barbican/number_of_retries',
      'How often a key that is being made is asked for.',
    ),
    barbican_endpoint_type: option(
      'barbican/barbican_endpoint_type',
      'Which endpoint: `public`, `internal`, `admin`.',
    ),
    barbican_region_name: option('barbican/barbican_region_name', "The region of Barbican's endpoint."),
    send_service_user_token: option(
      'barbican/send_service_user_token',
      "Sends a token of the service beside the user's own.",
    ),
  },
  { doc: 'How Barbican is asked for keys (castellan).', since: 'wallaby' },
) {}
