import { posix } from 'node:path';
import { managedFile, type PathUse } from '../../catalog/index.js';
import { contextOf, type WantedAugeas } from './attributes.js';
import { filePathOf } from './augtool-syntax.js';
import { parseChanges } from './commands.js';

/** The file that is edited; without `incl`, the files of the paths in the commands. */
export function* paths(wanted: WantedAugeas): Generator<PathUse> {
  const { incl, root } = wanted;
  if (incl !== undefined) {
    yield* managedFile(posix.join(root, incl));
    return;
  }
  const treePaths = [
    contextOf(wanted),
    ...parseChanges(wanted.changes, contextOf(wanted)).flatMap((one) => one.arguments),
  ];
  for (const path of new Set(treePaths)) {
    const literal = /^\/files((?:\/[^/[\]()|=!*$\\'"]+)+)/.exec(path)?.[1];
    if (literal !== undefined) yield { use: 'names', path: posix.join(root, filePathOf(literal)) };
  }
}
