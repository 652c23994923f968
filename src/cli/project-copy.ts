import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { raise } from '../errors/glance-apply-error.js';
import { type LibraryCopy, thisCopy } from '../errors/this-copy.js';

/** The copy of the library that is installed in a project. */
export interface ProjectCopy extends LibraryCopy {
  /** The module of its command. */
  readonly program: string;
}

/**
 * Finds the copy of the library that a manifest in this directory imports, if it is not this one. A globally installed
 * command hands over to it, because the packages of the project import that copy.
 * @throws {GlanceApplyError} if that copy has no command, such as a clone that is not built.
 */
export function findProjectCopy(folder: string): ProjectCopy | undefined {
  const description = resolveDescription(folder);
  if (description === undefined || description === ownDescription()) return undefined;
  const { version, bin }: Description = JSON.parse(readFileSync(description, 'utf8'));
  const path = typeof bin === 'string' ? bin : bin?.['glance-apply'];
  const root = dirname(description);
  const program = path === undefined ? undefined : join(root, path);
  if (program === undefined || !existsSync(program)) {
    return raise('library.copies', `the copy of glance-apply in ${root} has no command`, {
      hint: 'install it again, or build it where it is a clone (npm run build)',
    });
  }
  return { version, folder: root, program };
}

interface Description {
  readonly version: string;
  readonly bin?: string | Readonly<Record<string, string>>;
}

function resolveDescription(folder: string): string | undefined {
  try {
    return realpathSync(
      createRequire(join(resolve(folder), 'manifest.js')).resolve('glance-apply/package.json'),
    );
  } catch {
    // The project does not have a copy of its own.
    return undefined;
  }
}

function ownDescription(): string {
  return realpathSync(join(thisCopy.folder, '../package.json'));
}
