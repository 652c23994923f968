import { isManifest, type Manifest } from '../catalog/manifest.js';
import { raise } from '../errors/glance-apply-error.js';
import { isFleet } from '../fleet/fleet.js';

const shape = "export default manifest((site) => { … }), with manifest from 'glance-apply'";

/**
 * Returns the manifest that a module exports as default.
 * @throws {GlanceApplyError} with what the module exports instead.
 */
export function findDefaultExport(exported: Readonly<Record<string, unknown>>, file: string): Manifest {
  const found = exported.default;
  if (isManifest(found)) return found;
  const location = { file, line: 1 };
  if (isFleet(found)) {
    return raise('manifest.fleet', 'the manifest is of several hosts', {
      location,
      hint: 'name them: --inventory FILE, or --host HOST, which may be given several times',
    });
  }
  if (found === undefined) {
    const named = Object.keys(exported).find((name) => isManifest(exported[name]));
    if (named !== undefined) {
      return raise('manifest.export', `the manifest is exported as '${named}', not as default`, {
        location,
        hint: `write: export default ${named}`,
      });
    }
    const nothing = Object.keys(exported).length === 0;
    return raise(
      'manifest.export',
      nothing ? 'the module exports nothing' : 'the module has no default export',
      {
        location,
        hint: `write: ${shape}`,
      },
    );
  }
  const hint = typeof found === 'function' ? `wrap it: ${shape}` : `write: ${shape}`;
  return raise('manifest.export', `the default export is ${describeKind(found)}, not a manifest`, {
    location,
    hint,
  });
}

function describeKind(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
