import { isManifest, type Manifest } from '../catalog/manifest.js';
import { raise } from '../errors/glance-apply-error.js';
import { type Fleet, isFleet } from '../fleet/fleet.js';
import { refuseUntrusted } from '../hosts/refuse-untrusted.js';
import { findDefaultExport } from './find-default-export.js';
import { findManifest } from './find-manifest.js';
import { type Examine, importModule } from './import-module.js';
import type { LoadOptions } from './load-manifest.js';
import { readNodeFile } from './read-node-file.js';

/** A manifest that can be compiled for the hosts of an inventory. */
export interface LoadedFleet {
  /** Its absolute path. */
  readonly file: string;
  readonly source: Fleet | Manifest;
  /** The parameters of a node file. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * Loads a manifest for several hosts: a module that exports a fleet, or the manifest of one host, which each of them
 * gets; or a node file.
 * @throws {GlanceApplyError} as `loadManifest` does, and for a catalog, which belongs to one host.
 */
export async function loadFleet(path: string, { trust = 'own' }: LoadOptions = {}): Promise<LoadedFleet> {
  const { file, kind } = await findManifest(path);
  const examine: Examine = (files) => refuseUntrusted('run a manifest', files, trust);
  await examine([path, file]);
  if (kind === 'module') {
    const exported = await importModule(file, examine);
    const { default: found } = exported;
    const source = isFleet(found) || isManifest(found) ? found : findDefaultExport(exported, file);
    return { file, source, parameters: {} };
  }
  if (kind === 'node') {
    const { manifest, parameters } = await readNodeFile(file);
    return { file, source: manifest, parameters };
  }
  return raise('manifest.form', `${file} is a catalog, which belongs to one host`, {
    hint: 'apply it on that host, or name that host alone: --host HOST with a manifest',
  });
}
