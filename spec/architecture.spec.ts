import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { listFiles } from '../scripts/list-files.js';
import { readSourceImports } from '../scripts/source-imports.js';
import { vocabulary } from '../src/classes/vocabulary.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The rooms of the sources, from the top down; those of one line may not know each other. */
const floors = [
  ['index.ts', 'testing'],
  ['cli'],
  ['manifest'],
  ['views'],
  ['classes', 'fleet'],
  ['resources'],
  ['engine'],
  ['catalog'],
  ['hosts', 'data', 'formats'],
  ['secrets', 'errors'],
];

/** Arrows between rooms of one floor, or up, that have a reason. */
const allowed = new Set([
  // A secret that cannot be had is an error with a remedy.
  'secrets -> errors',
  // Hosts gather the facts whose shape data knows.
  'hosts -> data',
  // A host behind SSH quotes words for its shell.
  'hosts -> formats',
]);

const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string) => file.split('/')[1] as string;

describe('the sources', () => {
  const imports = readSourceImports(root);

  it('are all in a room that is known', () => {
    const strangers = [...imports.keys()].filter((file) => floorOf(roomOf(file)) < 0);
    expect(strangers).to.deep.equal([]);
  });

  it('import from rooms below their own alone', () => {
    const wrong: string[] = [];
    for (const [file, others] of imports) {
      for (const other of others) {
        const [from, to] = [roomOf(file), roomOf(other)];
        if (from !== to && floorOf(to) <= floorOf(from) && !allowed.has(`${from} -> ${to}`))
          wrong.push(`${file} -> ${other}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});

/** What changes something by its path, in node:fs and node:fs/promises; the synchronous ones have an ending. */
const changing = new Set(
  (
    'appendFile chmod chown copyFile cp createWriteStream lchmod lchown link lutimes mkdir mkdtemp mkdtempDisposable ' +
    'open openAsBlob rename rm rmdir symlink truncate unlink utimes writeFile'
  ).split(' '),
);

/** What reaches files of the host below directories that `PathWalk` holds open, and in no other way. */
const belowOpenDirectories = [
  'src/hosts/local/stale-temporary-files.ts',
  'src/hosts/local/local-files.ts',
  'src/hosts/local/open-for-reading.ts',
  'src/hosts/local/overwrite.ts',
  'src/hosts/local/paths/open-directory.ts',
  'src/hosts/local/paths/remove-tree.ts',
  'src/hosts/local/replace-file.ts',
  'src/hosts/local/set-access.ts',
  'src/hosts/local/stream-file.ts',
];

/** What is not among the files that resources speak of, each with the reason why a path is good enough. */
const byPath: Readonly<Record<string, string>> = {
  'src/hosts/local/account-file-lock.ts': 'beside /etc/passwd and its kin, which are in a directory of root',
  'src/hosts/local/clear-acl.ts': 'makes a directory without a name',
  'src/hosts/local/input-file.ts': 'makes files without a name',
  'src/hosts/local/lock/flock.ts': 'opens a file that must be no link and belong to the user of the run',
  'src/hosts/ssh/known-hosts/add-host-key.ts': 'adds to known_hosts of whoever connects',
  'src/hosts/ssh/openssh/askpass.ts': 'works in a new directory of its own',
  'src/hosts/ssh/openssh/openssh-connection.ts': 'works in a new directory of its own',
  'src/hosts/ssh/openssh/private-directory.ts': 'makes a new directory of its own',
  'src/hosts/ssh/openssh/session.ts': 'works in a new directory of its own',
  'src/data/hierarchy/encrypted-files.ts': 'edits the data of whoever works on a manifest',
  'src/data/read-text-file.ts': 'only reads, the data of whoever works on a manifest',
  'src/cli/commands/init.ts': 'makes a project for whoever works on it',
  'src/cli/edit-text.ts': 'works in a new directory of its own',
  'src/cli/check-types.ts': 'works in a new directory of its own',
  'src/cli/write-identity.ts': 'makes the key of whoever works on a manifest',
  'src/manifest/bundle-cache.ts': 'works in the cache, which has to be private',
  'src/manifest/import-module.ts': 'works in the cache, which has to be private',
  'src/manifest/cache-directories.ts': 'makes the cache, and makes sure that it is private',
};

describe('files of the host', () => {
  const sources = listFiles(root, 'src').filter((file) => /\.[cm]?[jt]s$/.test(file));
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

  /** The names that a source takes from the file system's modules. */
  function taken(text: string): string[] {
    const imports = text.matchAll(/^import (?!type )([^;]*?) from '(?:node:)?fs(?:\/promises)?';/gm);
    return [...imports].flatMap(([, names = '']) =>
      names.startsWith('{')
        ? names
            .slice(1, -1)
            .split(',')
            .map((name) => name.trim().split(' ')[0] ?? '')
        : ['*'],
    );
  }

  it('are changed in one place, below directories that are held open', () => {
    const found = sources.filter((file) =>
      taken(textOf(file)).some((name) => name === '*' || changing.has(name.replace(/Sync$/, ''))),
    );
    expect(found.sort()).to.deep.equal([...belowOpenDirectories, ...Object.keys(byPath)].sort());
  });

  it('are reached by no other way into the modules of the file system', () => {
    const odd = sources.filter((file) =>
      /(?:require|import|getBuiltinModule)\(\s*['"](?:node:)?fs(?:\/promises)?['"]|process\.binding/.test(
        textOf(file),
      ),
    );
    // Writes to a descriptor that it is given.
    expect(odd).to.deep.equal(['src/cli/watchdog-worker.cjs']);
  });
});

describe('the map in docs/architecture.md', () => {
  const listed = listFiles(root);

  /** The files that define types and classes, by Puppet's names; what only exports those of others is not among them. */
  async function definingFiles(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const found = new Map<string, Set<string>>();
    for (const file of listed) {
      if (
        !/^src\/(?:classes|resources)\/.*\.ts$|^src\/catalog\/stage\.ts$/.test(file) ||
        file.endsWith('/index.ts')
      )
        continue;
      const exported: Readonly<Record<string, unknown>> = await import(join(root, file));
      for (const value of Object.values(exported)) {
        if (typeof value !== 'function' || !('definition' in value)) continue;
        const { name } = value.definition as { readonly name: string };
        found.set(name, (found.get(name) ?? new Set()).add(file));
      }
    }
    return found;
  }

  function isWhereItBelongs(name: string, file: string): boolean {
    const parts = name.replaceAll('_', '-').split('::');
    const last = parts.at(-1);
    if (vocabulary.types.has(name))
      return file.startsWith('src/resources/') && basename(file) === `${last}.ts`;
    if (name === 'stage') return file === 'src/catalog/stage.ts';
    const path = `src/classes/${parts.join('/')}`;
    return file === `${path}.ts` || file === `${path}/${last}.ts`;
  }

  it('says where every type and class is', async () => {
    const files = await definingFiles();
    const names = [vocabulary.types, vocabulary.classes, vocabulary.definedTypes].flatMap((one) => [
      ...one.keys(),
    ]);
    const lost = names.filter((name) => {
      const [file, ...others] = files.get(name) ?? [];
      return file === undefined || others.length > 0 || !isWhereItBelongs(name, file);
    });
    expect(lost.map((name) => `${name}: ${[...(files.get(name) ?? [])].join(', ')}`)).to.deep.equal([]);
  });

  it('says what every spec is the spec of', () => {
    const ownFolders = /^spec\/(?:examples|parity|acceptance)\//;
    const lost = listed.filter((file) => {
      if (!/^spec\/.*\.spec\.ts$/.test(file) || /^spec\/[^/]+$/.test(file) || ownFolders.test(file))
        return false;
      const path = file.slice('spec/'.length).replace(/(?:\.laws|\.feature)?\.spec\.ts$/, '');
      const source = path.startsWith('scripts/') || path.startsWith('bench/') ? path : `src/${path}`;
      if (file.endsWith('.feature.spec.ts')) return !existsSync(join(root, dirname(source)));
      return !['', '.ts', '.mjs', '.cjs'].some((ending) => existsSync(join(root, `${source}${ending}`)));
    });
    expect(
      lost,
      'specs of no file or folder; of several files of a folder, name it .feature.spec.ts',
    ).to.deep.equal([]);
  });

  it('names files and folders that exist', () => {
    const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const named = [...text.matchAll(/`((?:src|spec|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    // `room/file.ts`, `a/b-c.ts` and `x-y.ts` are examples of a form.
    const paths = named.filter((path) => !/\/room|\/a\/|\/x\.ts$/.test(path));
    expect(paths).to.have.length.above(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).to.deep.equal([]);
  });
});

describe('providers', () => {
  it('throw their errors with a code, by raise or a class of errors of their own', () => {
    const plain = listFiles(root, 'src/resources')
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => /throw new Error\(/.test(readFileSync(join(root, file), 'utf8')));
    expect(plain).to.deep.equal([]);
  });
});
