import { HostError } from './host-error.js';
import { codeOf, toHostError } from './system-error.js';

/** Throws the reason why a command cannot be run in its working directory. */
export function throwEnterError(program: string, directory: string, error: unknown): never {
  throw new HostError(
    `cannot run ${program} in ${directory}: ${explainFailure(directory, error)}`,
    codeOf(error),
    directory,
  );
}

function explainFailure(directory: string, error: unknown): string {
  if (error instanceof HostError) return error.message;
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'the directory does not exist; make it first';
    case 'ENOTDIR':
      return 'it is not a directory';
    case 'EACCES':
      return 'permission is denied; run this as root, or as a user who may enter it';
    default:
      return toHostError('enter', directory, error).message;
  }
}
