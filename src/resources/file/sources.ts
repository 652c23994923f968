import { fileURLToPath } from 'node:url';
import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { LocalFiles } from '../../hosts/local/local-files.js';
import { isWebAddress } from '../web/web-address.js';
import type { attributes, WantedFile } from './attributes.js';
import { readStatuses } from './read-statuses.js';
import { requestWebFile, type WebFile } from './web-source.js';

/** A source that was found. */
export interface Source {
  /** The machine that has it: the host, or the one that runs this. Of a web server's file, the host that fetches it. */
  readonly files: HostFiles;
  /** Its path, or its address. */
  readonly path: string;
  readonly status: FileStatus;
  /** What a web server says of it, where it comes from one. */
  readonly web?: WebFile | undefined;
  /** The other directories whose content is copied too, where `sourceselect` says so. */
  readonly others?: readonly Source[] | undefined;
}

/** The sources of many resources, by title; a text says why there is none. */
export type Sources = ReadonlyMap<string, Source | string>;

type Candidate = Source | Error | undefined;

/** Looks for the sources of many resources in one go. */
export async function findSources(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Sources> {
  const needed = subjects.filter(({ wanted }) => wanted.source !== undefined && wanted.ensure !== 'absent');
  const here = new LocalFiles();
  const followed = new Map<HostFiles, Map<string, boolean>>([
    [session.host.files, new Map()],
    [here, new Map()],
  ]);
  for (const { wanted } of needed) {
    for (const source of wanted.source ?? [])
      if (!isWebAddress(source))
        followed.get(placeOf(source))?.set(toKey(source, wanted), followsSourceLinks(wanted));
  }
  function placeOf(source: string): HostFiles {
    return source.startsWith('file:') ? here : session.host.files;
  }

  const looks = new Map<HostFiles, Map<string, Candidate>>();
  for (const [files, keys] of followed) {
    const asked = [...keys];
    const paths = asked.map(([key]) => key.slice(1));
    const found =
      paths.length === 0 ? [] : await readStatuses(files, paths, (index) => asked[index]?.[1] === true);
    looks.set(
      files,
      new Map(
        found.map(({ path, status }, index) => [
          asked[index]?.[0] as string,
          status === undefined || status instanceof Error ? status : { files, path, status },
        ]),
      ),
    );
  }
  async function candidate(source: string, wanted: WantedFile): Promise<Candidate> {
    return isWebAddress(source)
      ? findWebSource(session, source, wanted)
      : looks.get(placeOf(source))?.get(toKey(source, wanted));
  }

  const sources = new Map<string, Source | string>();
  for (const { title, wanted } of needed) sources.set(title, await chooseSource(wanted, candidate));
  return sources;
}

/** The first source that exists, with the others where all of them count. */
async function chooseSource(
  wanted: WantedFile,
  candidate: (source: string, wanted: WantedFile) => Promise<Candidate>,
): Promise<Source | string> {
  const found: Source[] = [];
  for (const source of wanted.source ?? []) {
    const one = await candidate(source, wanted);
    if (one === undefined) continue;
    if (one instanceof Error) return messageOf(one);
    if (one.status.kind === 'other')
      return `its source ${one.path} is a ${describeKind(one.status)}, which has no content to copy`;
    found.push(one);
    if (wanted.sourceselect === 'first') break;
  }
  const [first, ...others] = found;
  if (first === undefined) return `its source ${(wanted.source ?? []).join(', ')} does not exist`;
  if (others.length === 0) return first;
  const misfit = found.find(({ status }) => status.kind !== 'directory');
  return misfit === undefined
    ? { ...first, others }
    : `its source ${misfit.path} is a ${misfit.status.kind}, and sourceselect: 'all' copies directories`;
}

async function findWebSource(session: Session, source: string, { checksum }: WantedFile): Promise<Candidate> {
  let web: WebFile | undefined;
  try {
    web = await requestWebFile(session, source, checksum);
  } catch (error) {
    return error instanceof Error ? error : new Error(messageOf(error));
  }
  if (web === undefined) return undefined;
  const modified = web.modified ?? 0;
  const status = { kind: 'file', mode: 0o644, uid: 0, gid: 0, size: web.size ?? -1, modified } as const;
  return {
    files: session.host.files,
    path: source,
    status: { ...status, accessed: 0, changed: modified },
    web,
  };
}

/** A link is copied as the link that it is, unless its content is asked for. */
function followsSourceLinks({ links, ensure }: WantedFile): boolean {
  return links === 'follow' || ensure === 'file' || ensure === 'directory';
}

/** One path may be asked for with its links followed, and as it is. */
function toKey(source: string, wanted: WantedFile): string {
  return `${followsSourceLinks(wanted) ? '>' : '='}${source.startsWith('file:') ? fileURLToPath(source) : source}`;
}
