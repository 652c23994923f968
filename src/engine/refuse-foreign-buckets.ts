import type { Catalog } from '../catalog/catalog.js';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { HostFiles } from '../hosts/host-files.js';
import { reasonNotToKeep } from './state/store-in-bucket.js';

/**
 * Refuses filebuckets in which others could read or exchange copies, before anything is changed that would have to be
 * kept there. One that is not there yet is looked at again when the first copy goes into it.
 * @throws {GlanceApplyError} `bucket.foreign`, one for each.
 */
export async function refuseForeignBuckets({ resources }: Catalog, files: HostFiles): Promise<void> {
  const buckets = resources.filter(({ type }) => type === 'filebucket');
  const problems = await Promise.all(
    buckets.map(async ({ wanted, place, reference }): Promise<Diagnostic[]> => {
      const { path } = wanted;
      const reason = typeof path === 'string' ? await reasonNotToKeep(files, path) : undefined;
      return reason === undefined ? [] : [problem('bucket.foreign', `${reference}: ${reason}`, { place })];
    }),
  );
  const found = problems.flat();
  if (found.length > 0) throw new GlanceApplyError(found);
}
