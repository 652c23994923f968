import { parameter, string } from '../../../catalog/index.js';
import { createOptionsDefinedType, option } from '../../shared/index.js';

/** `oslo::key_manager`: the options of castellan. */
export class KeyManager extends createOptionsDefinedType(
  'oslo::key_manager',
  {
    config: parameter(string, 'The configuration type, if it is not the title.'),
    backend: option(
      'key_manager/backend',
      'Storage of keys: `barbican`, `vault`, or the name of a Python class.',
    ),
  },
  { doc: 'The key manager of a service (castellan).', since: 'wallaby' },
) {}
