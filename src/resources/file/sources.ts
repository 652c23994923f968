import { fileURLToPath } from 'node:url';
import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { LocalFiles } from '../../hosts/local/local-files.js';
import type { attributes } from './attributes.js';
import { look } from './look.js';

/** A source that was found. */
export interface Source {
  /** The machine that has it: the host, or the one that runs this. */
  readonly files: HostFiles;
  readonly path: string;
  readonly status: FileStatus;
}

/** The sources of many resources, by title; a text says why there is none. */
export type Sources = ReadonlyMap<string, Source | string>;

/** Looks for the sources of many resources in one go. */
export async function findSources(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Sources> {
  const needed = subjects.filter(({ wanted }) => wanted.source !== undefined && wanted.ensure !== 'absent');
  const here = new LocalFiles();
  const places = new Map<HostFiles, string[]>([
    [session.host.files, []],
    [here, []],
  ]);
  for (const { wanted } of needed) {
    for (const source of wanted.source ?? []) places.get(placeOf(source))?.push(pathOf(source));
  }
  function placeOf(source: string): HostFiles {
    return source.startsWith('file:') ? here : session.host.files;
  }

  const looks = new Map<HostFiles, Map<string, Source | Error | undefined>>();
  for (const [files, paths] of places) {
    const found = paths.length === 0 ? [] : await look(files, paths, () => true);
    looks.set(
      files,
      new Map(
        found.map(({ path, status }, index) => [
          paths[index] as string,
          status === undefined || status instanceof Error ? status : { files, path, status },
        ]),
      ),
    );
  }

  const sources = new Map<string, Source | string>();
  for (const { title, wanted } of needed) {
    const candidates = (wanted.source ?? []).map((source) => looks.get(placeOf(source))?.get(pathOf(source)));
    const found = candidates.find((candidate) => candidate !== undefined);
    if (found === undefined) {
      sources.set(title, `its source ${(wanted.source ?? []).join(', ')} does not exist`);
    } else if (found instanceof Error) {
      sources.set(title, messageOf(found));
    } else if (found.status.kind === 'other') {
      sources.set(title, `its source ${found.path} is neither a file nor a directory`);
    } else {
      sources.set(title, found);
    }
  }
  return sources;
}

function pathOf(source: string): string {
  return source.startsWith('file:') ? fileURLToPath(source) : source;
}
