import type { Catalog } from '../catalog/catalog.js';
import { raise } from '../errors/glance-apply-error.js';
import type { Host } from '../hosts/host.js';
import { loadManifest } from '../manifest/index.js';
import { type Call, textOption } from './command.js';
import { readFacts } from './read-facts.js';
import { settles } from './settles.js';
import { startWatchdog } from './watchdog.js';

/** Seconds that a manifest may take, unless told otherwise. */
const USUAL_LIMIT = 60;

/** Compiles the manifest that a call names, for this machine or for the one whose facts it is given. */
export async function compileManifest(call: Call, host: Host): Promise<Catalog> {
  const [path = ''] = call.args;
  const watchdog = startWatchdog({ path, seconds: limitOf(call), io: call.io });
  try {
    return await settles(path, async () => {
      const file = textOption(call, 'facts');
      const [manifest, facts] = await Promise.all([
        loadManifest(path),
        file === undefined ? host.facts() : readFacts(file),
      ]);
      const release = textOption(call, 'release');
      return manifest.compile({ facts, ...(release === undefined ? {} : { release }) });
    });
  } finally {
    watchdog.stop();
  }
}

function limitOf(call: Call): number {
  const given = textOption(call, 'time-limit');
  if (given === undefined) return USUAL_LIMIT;
  return /^\d+(\.\d+)?$/.test(given)
    ? Number(given)
    : raise('usage.option', `the option '--time-limit' needs a number of seconds, not '${given}'`);
}
