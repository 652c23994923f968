import { readdir } from 'node:fs/promises';
import type { PeerCase, PeerCases } from './case.js';

/** The cases of a type, with the manifest that declares them. */
export interface PeerSuite extends PeerCases {
  readonly type: string;
  /** Path of the manifest below the repository's root. */
  readonly manifest: string;
}

/** A case with everything that a run of it needs. */
export interface LocatedCase {
  readonly suite: PeerSuite;
  readonly title: string;
  readonly definition: PeerCase;
  readonly dir: string;
  readonly name: string;
}

/** All suites: every file in `cases` is one. */
export async function peerSuites(): Promise<PeerSuite[]> {
  const files = (await readdir(new URL('cases', import.meta.url))).filter((file) => file.endsWith('.ts'));
  return Promise.all(
    files.sort().map(async (file): Promise<PeerSuite> => {
      const module: { readonly peers: PeerCases } = await import(`./cases/${file}`);
      return {
        ...module.peers,
        type: file.slice(0, -'.ts'.length),
        manifest: `spec/acceptance/peers/cases/${file}`,
      };
    }),
  );
}

/** The cases of a suite, each with premises of its own. */
export function locatedCases(suite: PeerSuite): LocatedCase[] {
  return Object.entries(suite.cases).map(([title, definition], index) => {
    const name = `${suite.type.replaceAll('_', '')}${index + 1}`;
    return { suite, title, definition, name, dir: `/srv/peers/${name}` };
  });
}
