import { readFileSync } from 'node:fs';

/** The version of this copy of the library, from its package.json: in the build and in the sources alike. */
export function version(): string {
  const manifest = new URL(
    import.meta.url.endsWith('.ts') ? '../../package.json' : '../package.json',
    import.meta.url,
  );
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
