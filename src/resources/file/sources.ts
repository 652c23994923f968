import { fileURLToPath } from 'node:url';
import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import { LocalFiles } from '../../hosts/local/local-files.js';
import { isWebAddress } from '../web/web-address.js';
import type { attributes, DesiredFile } from './attributes.js';
import { readStatuses } from './read-statuses.js';
import { findUnsafeLinkCopy } from './unsafe-link-copy.js';
import { requestWebFile, type WebFile } from './web-source.js';

/** A source that exists. */
export interface Source {
  /** The files of the machine that has it: the host, or the one that runs glance-apply. For a web server, the host that fetches it. */
  readonly files: HostFiles;
  /** Its path, or its address. */
  readonly path: string;
  readonly status: FileStatus;
  /** What a web server declares about it. */
  readonly web?: WebFile | undefined;
  /** The other directories whose content is copied too, with `sourceselect: 'all'`. */
  readonly others?: readonly Source[] | undefined;
}

/** The sources of many resources, by title; a string is the reason why a source cannot be used. */
export type Sources = ReadonlyMap<string, Source | string>;

type Candidate = Source | Error | undefined;

/** Finds the sources of many resources in one request per machine. */
export async function findSources(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Sources> {
  const needed = subjects.filter(
    ({ desired }) => desired.source !== undefined && desired.ensure !== 'absent',
  );
  const localFiles = new LocalFiles();
  const requests = new Map<HostFiles, Map<string, boolean>>([
    [session.host.files, new Map()],
    [localFiles, new Map()],
  ]);
  for (const { desired } of needed) {
    for (const source of desired.source ?? [])
      if (!isWebAddress(source))
        requests.get(filesOf(source))?.set(toKey(source, desired), followsSourceLinks(desired));
  }
  function filesOf(source: string): HostFiles {
    return source.startsWith('file:') ? localFiles : session.host.files;
  }

  const candidates = new Map<HostFiles, Map<string, Candidate>>();
  for (const [files, keys] of requests) {
    const entries = [...keys];
    const paths = entries.map(([key]) => key.slice(1));
    const found =
      paths.length === 0 ? [] : await readStatuses(files, paths, (index) => entries[index]?.[1] === true);
    candidates.set(
      files,
      new Map(
        found.map(({ path, status }, index) => [
          ensureDefined(entries[index]?.[0]),
          status === undefined || status instanceof Error ? status : { files, path, status },
        ]),
      ),
    );
  }
  async function candidate(source: string, desired: DesiredFile): Promise<Candidate> {
    return isWebAddress(source)
      ? findWebSource(session, source, desired)
      : candidates.get(filesOf(source))?.get(toKey(source, desired));
  }

  const sources = new Map<string, Source | string>();
  for (const { title, desired } of needed) sources.set(title, await chooseSource(desired, candidate));
  return sources;
}

/** Chooses the first source that exists, with the others if all of them are copied. */
async function chooseSource(
  desired: DesiredFile,
  candidate: (source: string, desired: DesiredFile) => Promise<Candidate>,
): Promise<Source | string> {
  const found: Source[] = [];
  for (const source of desired.source ?? []) {
    const one = await candidate(source, desired);
    if (one === undefined) continue;
    if (one instanceof Error) return messageOf(one);
    if (one.status.kind === 'other')
      return `its source ${one.path} is a ${describeKind(one.status)}, which has no content to copy`;
    const unsafe = await findUnsafeLinkCopy(one.files, one.path, one.status);
    if (unsafe !== undefined) return unsafe;
    found.push(one);
    if (desired.sourceselect === 'first') break;
  }
  const [first, ...others] = found;
  if (first === undefined) return `its source ${(desired.source ?? []).join(', ')} does not exist`;
  if (others.length === 0) return first;
  const nonDirectory = found.find(({ status }) => status.kind !== 'directory');
  return nonDirectory === undefined
    ? { ...first, others }
    : `its source ${nonDirectory.path} is a ${nonDirectory.status.kind}, and sourceselect: 'all' copies directories`;
}

async function findWebSource(
  session: Session,
  source: string,
  { checksum }: DesiredFile,
): Promise<Candidate> {
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

/** Whether links are followed: a link is copied as a link, unless a file or directory is desired. */
function followsSourceLinks({ links, ensure }: DesiredFile): boolean {
  return links === 'follow' || ensure === 'file' || ensure === 'directory';
}

/** The key of a request: the same path can be requested with and without following links. */
function toKey(source: string, desired: DesiredFile): string {
  return `${followsSourceLinks(desired) ? '>' : '='}${source.startsWith('file:') ? fileURLToPath(source) : source}`;
}
