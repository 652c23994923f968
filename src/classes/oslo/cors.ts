import { compareReleases, type Release } from '../../data/releases.js';
import { createOptionsDefinedType, joinAny, option } from '../shared/index.js';

/** Newton's module writes lists unchanged, one option per item. */
const joined = {
  write: (value: unknown, release: Release) =>
    compareReleases(release, 'ocata') < 0 ? value : joinAny(value),
};

/** `oslo::cors`: the options of the CORS middleware. */
export class Cors extends createOptionsDefinedType(
  'oslo::cors',
  {
    allowed_origin: option(
      'cors/allowed_origin',
      'Origins that can call the API from a browser: scheme, host, port.',
      joined,
    ),
    allow_credentials: option('cors/allow_credentials', 'Whether browsers can send credentials.'),
    expose_headers: option(
      'cors/expose_headers',
      'Response headers that scripts in a browser can read.',
      joined,
    ),
    max_age: option(
      'cors/max_age',
      'Seconds for which a browser can cache the response to a preflight request.',
    ),
    allow_methods: option('cors/allow_methods', 'HTTP methods that scripts can use.', joined),
    allow_headers: option('cors/allow_headers', 'Request headers that scripts can send.', joined),
  },
  { doc: 'Which other web sites can call the API from a browser (oslo.middleware, CORS).' },
) {}
