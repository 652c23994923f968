import type { Catalog } from '../catalog/catalog.js';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { HostFiles } from '../hosts/host-files.js';
import { describeForeignBucket } from './state/store-in-bucket.js';

/**
 * Refuses filebuckets in which other users could read or replace backups, before anything is changed that would be
 * backed up there. A filebucket that does not exist yet is checked again before the first backup.
 * @throws {GlanceApplyError} `bucket.foreign`, one diagnostic per filebucket.
 */
export async function refuseForeignBuckets({ resources }: Catalog, files: HostFiles): Promise<void> {
  const buckets = resources.filter(({ type }) => type === 'filebucket');
  const problems = await Promise.all(
    buckets.map(async ({ desired, location, reference }): Promise<Diagnostic[]> => {
      const { path } = desired;
      const reason = typeof path === 'string' ? await describeForeignBucket(files, path) : undefined;
      return reason === undefined ? [] : [problem('bucket.foreign', `${reference}: ${reason}`, { location })];
    }),
  );
  const found = problems.flat();
  if (found.length > 0) throw new GlanceApplyError(found);
}
