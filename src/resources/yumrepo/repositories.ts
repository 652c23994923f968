import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { RepoFile } from './repo-file.js';

/** The configuration files of yum and dnf: the first that exists names the directories of repositories. */
const CONFIGURATIONS = ['/etc/yum.conf', '/etc/dnf/dnf.conf'];
const STANDARD = '/etc/yum.repos.d';
const DIRECTORIES = [STANDARD, '/etc/yum/repos.d'];

/** The repositories of a host. */
export interface Repositories {
  /** The directories that exist, in yum's order; new files are created in the last one. */
  readonly directories: readonly string[];
  /** All repository files by path. */
  readonly files: ReadonlyMap<string, RepoFile>;
}

/** Reads all files that may contain repositories. */
export async function readRepositories(session: Session): Promise<Repositories> {
  const { files } = session.host;
  const contents = await files.read(CONFIGURATIONS);
  const at = contents.findIndex((content) => content !== undefined);
  const configuration = at < 0 ? undefined : parseFile(contents[at]);
  const found = new Map<string, RepoFile>();
  if (configuration !== undefined) found.set(ensureDefined(CONFIGURATIONS[at]), configuration);

  const named = configuration
    ?.settings('main')
    .get('reposdir')
    ?.split(/[\s,]+/)
    .filter(Boolean);
  const directories: string[] = [];
  const paths: string[] = [];
  for (const directory of named ?? DIRECTORIES) {
    const names = await files.list(directory);
    if (names === undefined) continue;
    directories.push(directory);
    paths.push(...names.filter((name) => name.endsWith('.repo')).map((name) => posix.join(directory, name)));
  }
  for (const [index, content] of (await files.read(paths)).entries()) {
    if (content !== undefined) found.set(ensureDefined(paths[index]), parseFile(content));
  }
  return { directories, files: found };
}

function parseFile(content: Buffer | Error | undefined): RepoFile {
  if (content instanceof Error) throw content;
  return new RepoFile(content?.toString('latin1') ?? '');
}

/** Returns the file that contains a repository; undefined if none does. */
export function findFile(name: string, { files }: Repositories): string | undefined {
  return [...files].find(([, file]) => file.sections.includes(name))?.[0];
}

/** Returns the file that has to contain a repository. */
export function resolvePath(name: string, target: string | undefined, repositories: Repositories): string {
  const { directories } = repositories;
  const directory = directories.at(-1) ?? STANDARD;
  if (target === undefined) return findFile(name, repositories) ?? posix.join(directory, `${name}.repo`);
  const file = target.endsWith('.repo') ? target : `${target}.repo`;
  return directories.includes(posix.dirname(file)) ? file : posix.join(directory, posix.basename(file));
}
