import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/** Expressions for a module's own location, and their replacements in the bundle. */
export const locationNames = {
  'import.meta.url': '__glance_apply_url',
  'import.meta.dirname': '__glance_apply_dirname',
  'import.meta.filename': '__glance_apply_filename',
  __dirname: '__glance_apply_dirname',
  __filename: '__glance_apply_filename',
} as const;

const mentionsLocation = /\bimport\.meta\.(?:url|dirname|filename)\b|\b__(?:dirname|filename)\b/;

/**
 * Defines the location of its own source in each bundled module, and records the checksum of every file that is read.
 * @param checksums Filled during the build: SHA-256 by absolute path.
 */
export function preserveLocations(checksums: Map<string, string>): Plugin {
  return {
    name: 'locations',
    setup(bundler) {
      bundler.onLoad({ filter: /./, namespace: 'file' }, async ({ path }) => {
        const content = await readFile(path);
        checksums.set(path, checksum(content));
        if (!/\.[cm]?[jt]sx?$/.test(path)) return { contents: content, loader: 'default' };
        const text = content.toString('utf8');
        return {
          contents: mentionsLocation.test(text) ? defineLocation(text, path) : text,
          loader: 'default',
        };
      });
    },
  };
}

/** Returns the checksum that identifies a file's content. */
export function checksum(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Inserted into the first line, so that the positions on all other lines stay the same. */
function defineLocation(text: string, path: string): string {
  const declarations = Object.entries({
    __glance_apply_url: pathToFileURL(path).href,
    __glance_apply_dirname: dirname(path),
    __glance_apply_filename: path,
  }).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  const end = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0;
  return text.slice(0, end) + declarations.join('') + text.slice(end);
}
