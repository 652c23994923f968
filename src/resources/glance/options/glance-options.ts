import { readFileSync } from 'node:fs';
import type { SectionTable } from '../../config/options/option.js';
import type { OptionsSource, ServiceOptions } from '../../config/options/service-options.js';

/** The configuration files of Glance whose options are known. */
export type GlanceFile =
  | 'glance-api.conf'
  | 'glance-registry.conf'
  | 'glance-cache.conf'
  | 'glance-glare.conf'
  | 'glance-image-import.conf';

const parsed = new Map<'all', Readonly<Record<string, SectionTable>>>();

/**
 * Returns the options that a file of Glance has had, from Newton to 2026.1. They are taken from the sample files in etc/
 * of Glance's releases 13.0.0 to 32.0.0, each option with the first and the last release whose sample lists it. The
 * samples of the artifact service end with Ocata, the last release with it.
 *
 * The list is parsed when it is first needed: most commands do not need it, and it is as large as a third of the
 * library.
 */
function readGlanceOptions(file: string): SectionTable {
  let all = parsed.get('all');
  if (all === undefined) {
    const files: Readonly<Record<string, SectionTable>> = JSON.parse(
      readFileSync(new URL('./glance-options.json', import.meta.url), 'utf8'),
    );
    all = files;
    parsed.set('all', all);
  }
  return all[file] ?? {};
}

/** The stores of a host that has several: each has its own section with the name of the store. */
const namedSections = {
  settings: [
    { type: 'glance_api_config', title: 'DEFAULT/enabled_backends' },
    { type: 'glance_cache_config', title: 'DEFAULT/enabled_backends' },
  ],
  // fast:rbd
  toSection: (item) => item.split(':')[0] ?? '',
  // Sections that glance_store creates for itself, and one whose options apply to every Cinder store.
  reserved: /^os_glance_\w+_store$|^backend_defaults$/,
  drivers: /^glance_store$|^glance\.store\.|^cinder$|^file$/,
  options: {
    store_description: { since: 'stein' },
    weight: { type: 'integer', since: '2023.2' },
  },
} as const satisfies ServiceOptions['namedSections'];

/** The options of Glance. */
const glanceOptions: ServiceOptions = {
  read: readGlanceOptions,
  // Added by security updates to releases before 2023.1, against CVE-2022-47951.
  unlisted: { image_format: { vmdk_allowed_types: { type: 'list', since: 'xena' } } },
  // The tools of the cache share the code that reads these options with the API.
  unlistedInFile: {
    'glance-cache.conf': {
      DEFAULT: { enabled_backends: { type: 'dict', since: 'stein' } },
      glance_store: { default_backend: { since: 'stein' } },
      oslo_concurrency: { lock_path: {}, disable_process_locking: { type: 'boolean' } },
    },
  },
  firstReleases: {
    healthcheck: 'newton',
    key_manager: 'queens',
    barbican: 'queens',
    oslo_limit: 'xena',
  },
  choices: {
    'DEFAULT/property_protection_rule_format': ['roles', 'policies'],
    'taskflow_executor/engine_mode': ['serial', 'parallel'],
  },
  replacements: {
    'glance_store/stores': 'DEFAULT/enabled_backends',
    'glance_store/default_store': 'glance_store/default_backend',
  },
  namedSections,
};

/** Returns the options of one file of Glance. */
export function findGlanceFile(file: GlanceFile): OptionsSource {
  return { service: glanceOptions, file };
}
