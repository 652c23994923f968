import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, must, type Output } from '../lab/command.js';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** The package as it is published, and folders of its users. */
export class Packed {
  private constructor(
    readonly folder: string,
    readonly tarball: string,
  ) {}

  /** Builds and packs what is here. */
  static async make(): Promise<Packed> {
    const folder = await mkdtemp(join(tmpdir(), 'packed-'));
    await must(['npm', 'pack', '--pack-destination', folder], { directory: repository });
    const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new Error(`npm pack left nothing in ${folder}`);
    return new Packed(folder, join(folder, tarball));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A folder of a user's, with these files, the package, and others from the registry. */
  async project(
    name: string,
    files: Readonly<Record<string, string>>,
    packages: readonly string[] = [],
  ): Promise<string> {
    const project = join(this.folder, name);
    const own = { 'package.json': '{ "private": true, "type": "module" }\n', ...files };
    for (const [path, content] of Object.entries(own)) {
      await mkdir(dirname(join(project, path)), { recursive: true });
      await writeFile(join(project, path), content);
    }
    await this.install(project, packages);
    return project;
  }

  async install(project: string, packages: readonly string[] = []): Promise<void> {
    await must(['npm', 'install', '--no-audit', '--no-fund', this.tarball, ...packages], {
      directory: project,
    });
  }
}

/** Runs a program of a project. */
export function inProject(
  project: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Output> {
  return command(argv, { directory: project, environment: { NO_COLOR: '1', ...environment } });
}
