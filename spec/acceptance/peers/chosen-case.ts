import { type Manifest, manifest } from 'glance-apply';
import type { PeerCases } from './case.js';

/** Variables that tell the manifest of a case file which case it is, and where. */
export const variables = {
  title: 'GLANCE_APPLY_PEERS_CASE',
  dir: 'GLANCE_APPLY_PEERS_DIR',
  name: 'GLANCE_APPLY_PEERS_NAME',
} as const;

/** The manifest that a file of cases exports as default: the case that the environment names. */
export function chosenCase({ cases }: PeerCases): Manifest {
  return manifest((site) => {
    const value = (name: keyof typeof variables) => {
      const found = process.env[variables[name]];
      if (found === undefined) throw new Error(`set ${variables[name]}`);
      return found;
    };
    const title = value('title');
    const chosen = cases[title];
    if (chosen === undefined) throw new Error(`there is no case '${title}'`);
    chosen.manifest(site, { dir: value('dir'), name: value('name') });
  });
}
