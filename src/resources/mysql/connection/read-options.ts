import type { Host } from '../../../hosts/host.js';
import { isPermissionDenied } from '../../../hosts/system-error.js';
import { explainDistrust } from '../../../hosts/untrusted-path.js';
import { type ClientOption, resolveClientOption } from './client-option.js';
import { parseOptionFile } from './option-file.js';
import { UnsafeLogin } from './unsafe-login.js';

/** The options for clients in a file. */
export interface FileOptions {
  readonly found: boolean;
  /** Whether it exists but this user cannot read it. */
  readonly hidden: boolean;
  /** In the order in which they are read: the last one of a name is effective. */
  readonly options: readonly ClientOption[];
}

const GROUPS = new Set(['client', 'client-server', 'client-mariadb', 'mysql', 'mariadb-client']);

/** Limits for files that include each other in a cycle. */
const MAX_DEPTH = 10;
const MAX_FILES = 1000;

/**
 * Reads the options for clients in a file and in the files that it includes.
 * @throws {UnsafeLogin} if other users can change a file, an included file cannot be read, or an option for TLS is not
 * understood.
 */
export async function readOptions(host: Host, path: string): Promise<FileOptions> {
  const [content] = await host.files.read([path]);
  if (content === undefined) return { found: false, hidden: false, options: [] };
  if (content instanceof Error) {
    if (isPermissionDenied(content)) return { found: false, hidden: true, options: [] };
    throw content;
  }
  const options: ClientOption[] = [];
  await new Reader(host, options).read(path, content, 0);
  return { found: true, hidden: false, options };
}

class Reader {
  #files = 0;

  constructor(
    private readonly host: Host,
    private readonly options: ClientOption[],
  ) {}

  async read(path: string, content: Buffer, depth: number): Promise<void> {
    this.#files += 1;
    if (this.#files > MAX_FILES)
      throw new UnsafeLogin(
        `${path} and others include more than ${MAX_FILES} files; check whether they include each other`,
      );
    const foreign = await explainDistrust(this.host.files, path);
    if (foreign !== undefined) throw new UnsafeLogin(foreign);
    for (const line of parseOptionFile(content.toString('utf8'))) {
      const location = `${path}:${line.line}`;
      if ('name' in line) {
        const option = GROUPS.has(line.group)
          ? resolveClientOption(line.name, line.value, location)
          : undefined;
        if (option !== undefined) this.options.push(option);
      } else if (depth < MAX_DEPTH) {
        const paths = line.directory ? await listOptionFiles(this.host, line.include) : [line.include];
        for (const one of paths) await this.#include(one, location, depth + 1);
      }
    }
  }

  async #include(path: string, location: string, depth: number): Promise<void> {
    const [content] = await this.host.files.read([path]);
    if (content instanceof Error)
      throw new UnsafeLogin(
        `the file included at ${location} may contain options that protect passwords: ${content.message}`,
        {
          cause: content,
        },
      );
    if (content !== undefined) await this.read(path, content, depth);
  }
}

async function listOptionFiles(host: Host, directory: string): Promise<string[]> {
  const names = (await host.files.list(directory)) ?? [];
  return names
    .filter((name) => name.endsWith('.cnf'))
    .map((name) => `${directory.replace(/\/$/, '')}/${name}`);
}
