import type { Catalog } from '../catalog/catalog.js';
import { checkData } from '../catalog/check-data.js';
import type { Facts } from '../data/facts.js';
import type { Hierarchy } from '../data/hierarchy/index.js';
import { isRelease, platformRelease } from '../data/releases.js';
import { GlanceApplyError, raise } from '../errors/glance-apply-error.js';
import type { Host } from '../hosts/host.js';
import { loadManifest } from '../manifest/index.js';
import { type Call, textOption } from './command.js';
import { factsOf } from './facts-of.js';
import { openData } from './open-data.js';
import { refuseForeignData } from './refuse-foreign-data.js';
import { settles } from './settles.js';
import { isError, strictly } from './strictly.js';
import { tellWarnings } from './tell-warnings.js';
import { trustOf } from './trust-of.js';
import { startWatchdog } from './watchdog.js';

/** Seconds that a manifest may take, unless told otherwise. */
const USUAL_LIMIT = 60;

/**
 * Compiles the manifest that a call names, for this machine or for the one whose facts it is given.
 * @throws {GlanceApplyError} with what was complained of, with --strict warnings too.
 */
export async function compileManifest(call: Call, host: Host): Promise<Catalog> {
  const { catalog } = await compileWithData(call, host);
  const errors = strictly(call, catalog.warnings).filter(isError);
  if (errors.length > 0) throw new GlanceApplyError(errors);
  return catalog;
}

/** The same whatever it warns of, with the data that was used: what nothing looked up in it is still to be told. */
export async function compileWithData(
  call: Call,
  host: Host,
): Promise<{ readonly catalog: Catalog; readonly data: Hierarchy | undefined }> {
  const [path = ''] = call.args;
  const watchdog = startWatchdog({ path, seconds: limitOf(call), io: call.io });
  try {
    return await settles(path, async () => {
      const [manifest, facts] = await Promise.all([
        loadManifest(path, { trust: trustOf(call) }),
        factsOf(call, host),
      ]);
      const release = textOption(call, 'release');
      const data = await openData(call, facts);
      if (data !== undefined) await refuseBadData(data, facts, call);
      const options = {
        ...(release === undefined ? {} : { release }),
        ...(data === undefined ? {} : { data }),
      };
      const catalog = await manifest.compile({ facts, ...options });
      // Keys, and files that values come from, have been read meanwhile.
      if (data !== undefined) await refuseForeignData(call, data.files());
      return { catalog, data };
    });
  } finally {
    watchdog.stop();
  }
}

/** Data is held against the classes before anything is compiled. */
async function refuseBadData(data: Hierarchy, facts: Facts, call: Call): Promise<void> {
  const { vocabulary } = await import('../classes/vocabulary.js');
  const named = textOption(call, 'release')?.toLowerCase() ?? '';
  const found = checkData(data, vocabulary, isRelease(named) ? named : platformRelease(facts));
  const complaints = strictly(call, found);
  tellWarnings(
    complaints.filter((complaint) => !isError(complaint)),
    call.io,
  );
  const errors = complaints.filter(isError);
  if (errors.length > 0) throw new GlanceApplyError(errors);
}

function limitOf(call: Call): number {
  const given = textOption(call, 'time-limit');
  if (given === undefined) return USUAL_LIMIT;
  return /^\d+(\.\d+)?$/.test(given)
    ? Number(given)
    : raise('usage.option', `the option '--time-limit' needs a number of seconds, not '${given}'`);
}
