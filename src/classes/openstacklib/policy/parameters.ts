import { anything, boolean, parameter, string } from '../../../catalog/index.js';

/** Common parameters of policy files. */
export const fileParameters = {
  file_mode: parameter(string, "The file's mode.", { since: 'wallaby', default: '0640' }),
  file_user: parameter(anything, "The file's owner.", { since: 'wallaby' }),
  file_group: parameter(anything, "The file's group.", { since: 'wallaby' }),
  file_format: parameter(string, 'Format of the file: `yaml`, or the older `json`.', {
    since: 'wallaby',
    default: ({ release }) => (release >= '2023' && release < 'a' ? 'yaml' : 'json'),
  }),
  purge_config: parameter(boolean, 'Whether rules that are not declared are removed.', {
    since: 'wallaby',
    default: false,
  }),
} as const;
