import type { Catalog } from '../catalog/catalog.js';
import { checkData } from '../catalog/check-data.js';
import type { Facts } from '../data/facts.js';
import type { Hierarchy } from '../data/hierarchy/index.js';
import { isRelease, platformRelease } from '../data/releases.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { Host } from '../hosts/host.js';
import { loadManifest } from '../manifest/index.js';
import { detectStalledManifest } from './detect-stalled-manifest.js';
import type { Io } from './io.js';
import { openData } from './open-data.js';
import type { CompileOptions } from './options.js';
import { isError, promoteWarnings } from './promote-warnings.js';
import { reportWarnings } from './report-warnings.js';
import { resolveFacts } from './resolve-facts.js';
import { refuseUntrustedData, toTrust } from './trust.js';
import { startWatchdog } from './watchdog.js';

/** What a manifest is compiled with. */
export interface CompileRequest {
  readonly path: string;
  readonly options: CompileOptions;
  /** The host whose facts are used, unless the options name others. */
  readonly host: Host;
  readonly io: Io;
}

/**
 * Compiles a manifest, for this host or for the one whose facts the options name.
 * @throws {GlanceApplyError} with every error of the compilation, and with every warning if `--strict` is given.
 */
export async function compileManifest(request: CompileRequest): Promise<Catalog> {
  const { catalog } = await compileWithData(request);
  const errors = promoteWarnings(catalog.warnings, request.options).filter(isError);
  if (errors.length > 0) throw new GlanceApplyError(errors);
  return catalog;
}

/** Compiles the manifest without promoting its warnings. Also returns the data, whose unused keys can be reported. */
export async function compileWithData({
  path,
  options,
  host,
  io,
}: CompileRequest): Promise<{ readonly catalog: Catalog; readonly data: Hierarchy | undefined }> {
  const trust = toTrust(options);
  const watchdog = startWatchdog({ path, seconds: options['time-limit'], io });
  try {
    return await detectStalledManifest(path, async () => {
      const [manifest, facts] = await Promise.all([
        loadManifest(path, { trust }),
        resolveFacts(options, host),
      ]);
      const data = await openData(options, facts, io);
      if (data !== undefined) await validateData(data, facts, options, io);
      const { release } = options;
      const catalog = await manifest.compile({
        facts,
        ...(release === undefined ? {} : { release }),
        ...(data === undefined ? {} : { data }),
      });
      // Keys and further files of values were read during the compilation.
      if (data !== undefined) await refuseUntrustedData(data.files(), trust);
      return { catalog, data };
    });
  } finally {
    watchdog.stop();
  }
}

/** Checks the data against the parameters of the classes before anything is compiled. */
async function validateData(data: Hierarchy, facts: Facts, options: CompileOptions, io: Io): Promise<void> {
  const { vocabulary } = await import('../classes/vocabulary.js');
  const named = options.release?.toLowerCase() ?? '';
  const found = checkData(data, vocabulary, isRelease(named) ? named : platformRelease(facts));
  const diagnostics = promoteWarnings(found, options);
  reportWarnings(
    diagnostics.filter((diagnostic) => !isError(diagnostic)),
    io,
  );
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) throw new GlanceApplyError(errors);
}
