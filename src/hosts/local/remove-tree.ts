import { lstatSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { messageOfSeveral } from '../../errors/several.js';
import { HostError } from '../host-error.js';
import { codeOf, refusal } from '../refusal.js';

/** A directory and all that is in it, in bytes, because not every name is UTF-8. */
interface Branch {
  /** Where it is to be found. */
  readonly place: Buffer;
  /** What messages call it. */
  readonly path: Buffer;
}

/**
 * Removes a directory and all that is in it, and follows no link. What cannot be removed, such as a mount point, does
 * not keep the rest: that goes, and the error names what remains.
 */
export function removeTree(place: string, path: string): void {
  const failures: HostError[] = [];
  removeBranch({ place: Buffer.from(place), path: Buffer.from(path) }, failures);
  const [first] = failures;
  if (first === undefined) return;
  throw failures.length === 1 ? first : new HostError(messageOfSeveral(failures), first.code, path);
}

/** True where nothing of it remains. */
function removeBranch({ place, path }: Branch, failures: HostError[]): boolean {
  try {
    if (!lstatSync(place).isDirectory()) {
      unlinkSync(place);
      return true;
    }
    const below = readdirSync(place, { encoding: 'buffer' }).map((name) =>
      removeBranch({ place: join(place, name), path: join(path, name) }, failures),
    );
    // What remains in it is named already.
    if (below.includes(false)) return false;
    rmdirSync(place);
    return true;
  } catch (error) {
    // Somebody was quicker.
    if (codeOf(error) === 'ENOENT') return true;
    failures.push(refusal('remove', path.toString(), error));
    return false;
  }
}

function join(directory: Buffer, name: Buffer): Buffer {
  return Buffer.concat([directory, Buffer.from('/'), name]);
}
