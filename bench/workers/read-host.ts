import { mkdirSync, writeFileSync } from 'node:fs';
import { hosts } from 'glance-apply';
import { parseStatus } from '../../src/resources/package/apt/dpkg-status.js';

const [what = '', folder = ''] = process.argv.slice(2);
const host = new hosts.LocalHost();

/** Prepares what is read, and returns the function that reads it. */
const readings: Readonly<Record<string, () => () => Promise<unknown>>> = {
  facts: () => () => host.facts(),
  files: () => {
    mkdirSync(folder, { recursive: true });
    const paths = Array.from({ length: 5000 }, (_, at) => `${folder}/file${at}`);
    for (const path of paths) writeFileSync(path, path);
    return () => Promise.all([host.files.status(paths), host.files.read(paths)]);
  },
  packages: () => {
    const stanza = (name: string) =>
      `Package: ${name}\nStatus: install ok installed\nVersion: 1\nArchitecture: all\nDescription: ${'x'.repeat(800)}\n`;
    const text = Array.from({ length: 10_000 }, (_, at) => stanza(`p${at}`)).join('\n');
    return async () => {
      const found = [...parseStatus(text)].length;
      if (found !== 10_000) throw new Error(`only ${found} packages were read`);
    };
  },
};

const read = readings[what]?.();
if (read === undefined) throw new Error(`'${what}' cannot be read: choose facts, files or packages`);
const started = performance.now();
await read();
process.stdout.write(String(performance.now() - started));
