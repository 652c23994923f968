import type { Catalog } from '../catalog/catalog.js';
import { checkData } from '../catalog/check-data.js';
import type { Facts } from '../data/facts.js';
import type { Hierarchy } from '../data/hierarchy/index.js';
import { isRelease, platformRelease } from '../data/releases.js';
import { GlanceApplyError, raise } from '../errors/glance-apply-error.js';
import type { Host } from '../hosts/host.js';
import { loadManifest } from '../manifest/index.js';
import { type Call, textOption } from './command.js';
import { detectStalledManifest } from './detect-stalled-manifest.js';
import { trustOf } from './manifest-trust.js';
import { openData } from './open-data.js';
import { isError, promoteWarnings } from './promote-warnings.js';
import { refuseUntrustedData } from './refuse-untrusted-data.js';
import { reportWarnings } from './report-warnings.js';
import { resolveFacts } from './resolve-facts.js';
import { startWatchdog } from './watchdog.js';

/** Seconds that loading and compiling a manifest may take by default. */
const DEFAULT_TIME_LIMIT = 60;

/**
 * Compiles the manifest that a call names, for this host or for the one whose facts the call names.
 * @throws {GlanceApplyError} with every error of the compilation, and with every warning if `--strict` is given.
 */
export async function compileManifest(call: Call, host: Host): Promise<Catalog> {
  const { catalog } = await compileWithData(call, host);
  const errors = promoteWarnings(call, catalog.warnings).filter(isError);
  if (errors.length > 0) throw new GlanceApplyError(errors);
  return catalog;
}

/** Compiles the manifest without promoting its warnings. Also returns the data, whose unused keys can be reported. */
export async function compileWithData(
  call: Call,
  host: Host,
): Promise<{ readonly catalog: Catalog; readonly data: Hierarchy | undefined }> {
  const [path = ''] = call.args;
  const watchdog = startWatchdog({ path, seconds: parseTimeLimit(call), io: call.io });
  try {
    return await detectStalledManifest(path, async () => {
      const [manifest, facts] = await Promise.all([
        loadManifest(path, { trust: trustOf(call) }),
        resolveFacts(call, host),
      ]);
      const release = textOption(call, 'release');
      const data = await openData(call, facts);
      if (data !== undefined) await validateData(data, facts, call);
      const options = {
        ...(release === undefined ? {} : { release }),
        ...(data === undefined ? {} : { data }),
      };
      const catalog = await manifest.compile({ facts, ...options });
      // Keys and further files of values were read during the compilation.
      if (data !== undefined) await refuseUntrustedData(call, data.files());
      return { catalog, data };
    });
  } finally {
    watchdog.stop();
  }
}

/** Checks the data against the parameters of the classes before anything is compiled. */
async function validateData(data: Hierarchy, facts: Facts, call: Call): Promise<void> {
  const { vocabulary } = await import('../classes/vocabulary.js');
  const named = textOption(call, 'release')?.toLowerCase() ?? '';
  const found = checkData(data, vocabulary, isRelease(named) ? named : platformRelease(facts));
  const complaints = promoteWarnings(call, found);
  reportWarnings(
    complaints.filter((complaint) => !isError(complaint)),
    call.io,
  );
  const errors = complaints.filter(isError);
  if (errors.length > 0) throw new GlanceApplyError(errors);
}

function parseTimeLimit(call: Call): number {
  const given = textOption(call, 'time-limit');
  if (given === undefined) return DEFAULT_TIME_LIMIT;
  return /^\d+(\.\d+)?$/.test(given)
    ? Number(given)
    : raise('usage.option', `the option '--time-limit' needs a number of seconds, not '${given}'`);
}
