import { readFile } from 'node:fs/promises';

/** Reads a node file. It may name any type, so all of them are loaded; a module has loaded those that it imports. */
export async function readNodeFile(file: string) {
  const [text, { readNode }, { vocabulary }] = await Promise.all([
    readFile(file, 'utf8'),
    import('../catalog/node/index.js'),
    import('../classes/vocabulary.js'),
  ]);
  return readNode(text, { vocabulary, file });
}
