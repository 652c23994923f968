import { isReleaseBetween, type Release } from '../../../../data/releases.js';
import { joinAny, option } from '../../../shared/index.js';
import { toBracketedList } from '../../bracketed-list.js';

/** Image import: options of glance-api.conf. */
export const importOptions = {
  enabled_import_methods: option('DEFAULT/enabled_import_methods', 'Import methods that are allowed.', {
    since: 'queens',
    write: toBracketedList,
  }),
  node_staging_uri: option('DEFAULT/node_staging_uri', 'URI of the staging area for uploaded data.', {
    since: 'queens',
  }),
  worker_self_reference_url: option(
    'DEFAULT/worker_self_reference_url',
    'URL under which other API nodes reach this one, for data that is staged here.',
    { since: 'wallaby' },
  ),
  task_time_to_live: option('task/task_time_to_live', 'Hours for which a finished task is kept.'),
  task_executor: option('task/task_executor', 'Executor of tasks.'),
  task_work_dir: option('task/work_dir', 'Working directory of tasks.'),
  taskflow_engine_mode: option('taskflow_executor/engine_mode', "Whether tasks run 'parallel' or 'serial'."),
  taskflow_max_workers: option('taskflow_executor/max_workers', 'Maximum number of concurrent tasks.'),
  conversion_format: option(
    'taskflow_executor/conversion_format',
    'Format that imported images are converted to.',
  ),
} as const;

/** Processing of imported images: options of glance-image-import.conf. */
export const pluginOptions = {
  image_import_plugins: option(
    'image_import_opts/image_import_plugins',
    'Plugins that process imported images.',
    {
      since: 'queens',
      write: toBracketedList,
    },
  ),
  image_conversion_output_format: option(
    'image_conversion/output_format',
    'Output format of the conversion plugin.',
    {
      since: 'queens',
    },
  ),
  inject_metadata_properties: option(
    'inject_metadata_properties/inject',
    'Properties that are added to imported images.',
    {
      since: 'rocky',
      write: joinedUntilVictoria,
    },
  ),
  ignore_user_roles: option(
    'inject_metadata_properties/ignore_user_roles',
    'Roles to whose imported images no properties are added.',
    {
      since: 'rocky',
      write: joinedUntilVictoria,
    },
  ),
} as const;

/** Lists were joined while the file's type only supported one value per option. */
function joinedUntilVictoria(value: unknown, release: Release): unknown {
  return isReleaseBetween(release, undefined, 'victoria') ? joinAny(value) : value;
}
