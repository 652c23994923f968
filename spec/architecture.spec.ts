import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The rooms of the sources, from the top down; those of one line may not know each other. */
const floors = [
  ['index.ts', 'testing'],
  ['cli'],
  ['manifest'],
  ['classes', 'views'],
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
]);

const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string) => file.split('/')[1] as string;

/** The imports of every source file; `types` are those that leave nothing at run time. */
function readImports(): Map<string, { values: string[]; types: string[] }> {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const imports = { values: [] as string[], types: [] as string[] };
      const text = readFileSync(join(root, file), 'utf8');
      for (const [, type, path] of text.matchAll(
        /^(?:import|export)\s+(type\s)?[^;]*?from\s+'(\.[^']+)\.js';/gm,
      )) {
        imports[type ? 'types' : 'values'].push(`${normalize(join(dirname(file), path as string))}.ts`);
      }
      return [file, imports];
    }),
  );
}

describe('the sources', () => {
  const imports = readImports();

  it('are all in a room that is known', () => {
    const strangers = [...imports.keys()].filter((file) => floorOf(roomOf(file)) < 0);
    expect(strangers).to.deep.equal([]);
  });

  it('import from rooms below their own alone', () => {
    const wrong: string[] = [];
    for (const [file, { values, types }] of imports) {
      for (const other of [...values, ...types]) {
        const [from, to] = [roomOf(file), roomOf(other)];
        if (from !== to && floorOf(to) <= floorOf(from) && !allowed.has(`${from} -> ${to}`))
          wrong.push(`${file} -> ${other}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('have no circle of imports that exists at run time', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (state.get(file) === 'open') circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (state.has(file)) return;
      state.set(file, 'open');
      for (const other of imports.get(file)?.values ?? []) visit(other, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of imports.keys()) visit(file, []);
    expect(circles).to.deep.equal([]);
  });
});
