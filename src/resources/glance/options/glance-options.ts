import { readFileSync } from 'node:fs';
import type { SectionTable } from '../../config/options/option.js';

/** The configuration files of Glance whose options are known. */
export type GlanceFile =
  | 'glance-api.conf'
  | 'glance-registry.conf'
  | 'glance-cache.conf'
  | 'glance-glare.conf'
  | 'glance-image-import.conf';

const read = new Map<'all', Readonly<Record<GlanceFile, SectionTable>>>();

/**
 * The options that a file of Glance has had, Newton to 2026.1. They are read off the sample files that Glance's
 * releases 13.0.0 to 32.0.0 carry in etc/, each option with the first and the last release whose sample lists
 * it. Samples of the artifact service end with Ocata, where it left Glance's tree.
 *
 * Read when it is asked for first: most commands never do, and the file is as large as a third of the library.
 */
export function readGlanceOptions(file: GlanceFile): SectionTable {
  let all = read.get('all');
  if (all === undefined) {
    const parsed: Readonly<Record<GlanceFile, SectionTable>> = JSON.parse(
      readFileSync(new URL('./glance-options.json', import.meta.url), 'utf8'),
    );
    all = parsed;
    read.set('all', all);
  }
  return all[file];
}
