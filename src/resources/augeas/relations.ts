import { posix } from 'node:path';
import { managedFile, type PathUse } from '../../catalog/index.js';
import { contextOf, type DesiredAugeas } from './attributes.js';
import { filePathOf } from './augtool-syntax.js';
import { parseChanges } from './commands.js';

/** The file that is edited; without `incl`, the files of the paths in the commands. */
export function* paths(desired: DesiredAugeas): Generator<PathUse> {
  const { incl, root } = desired;
  if (incl !== undefined) {
    yield* managedFile(posix.join(root, incl));
    return;
  }
  const treePaths = [
    contextOf(desired),
    ...parseChanges(desired.changes, contextOf(desired)).flatMap((one) => one.arguments),
  ];
  for (const path of new Set(treePaths)) {
    const literal = /^\/files((?:\/[^/[\]()|=!*$\\'"]+)+)/.exec(path)?.[1];
    if (literal !== undefined) yield { use: 'names', path: posix.join(root, filePathOf(literal)) };
  }
}
