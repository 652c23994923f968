import type { SourceFile } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';

/** Returns the syntax trees of texts, by path. */
export function parse(texts: ReadonlyMap<string, string>): Map<string, SourceFile> {
  const root = '/sources';
  const project = `${root}/tsconfig.json`;
  const files: Record<string, string> = {
    [project]: JSON.stringify({
      compilerOptions: { noLib: true, noResolve: true, types: [] },
      files: [...texts.keys()],
    }),
  };
  for (const [path, text] of texts) files[`${root}/${path}`] = text;
  const api = new API({ fs: createVirtualFileSystem(files) });
  try {
    const program = api.updateSnapshot({ openProjects: [project] }).getProject(project)?.program;
    const trees = new Map<string, SourceFile>();
    for (const path of texts.keys()) {
      const tree = program?.getSourceFile(`${root}/${path}`);
      if (tree === undefined) throw new Error(`TypeScript has no syntax tree of ${path}`);
      trees.set(path, tree);
    }
    return trees;
  } finally {
    api.close();
  }
}
