import { parameter, string } from '../../../catalog/index.js';
import { option, optionsDefine } from '../../tables/index.js';

/** `oslo::key_manager`: the options of castellan. */
export class KeyManager extends optionsDefine(
  'oslo::key_manager',
  {
    config: parameter(string, 'The configuration type that is written, where it is not the title.'),
    backend: option(
      'key_manager/backend',
      'Where keys are kept: `barbican`, `vault`, or the name of a Python class.',
    ),
  },
  { doc: 'Where a service keeps its keys (castellan).', since: 'wallaby' },
) {}
