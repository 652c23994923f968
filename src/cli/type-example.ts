import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Reads the example of a native type. Its only source is the `@example` of the class, which editors show as well: in the
 * sources, or in the declarations that are published.
 * @param name The type, as Puppet spells it.
 * @param className The class, as a manifest imports it.
 * @returns undefined if the type has no example.
 */
export async function readTypeExample(name: string, className: string): Promise<string | undefined> {
  const file = import.meta.url.endsWith('.ts')
    ? await findSource(name)
    : fileURLToPath(new URL('./types/index.d.ts', import.meta.url));
  return file === undefined ? undefined : findExample(await readFile(file, 'utf8'), className);
}

/** Finds the `@example` of a class in TypeScript: the code without the markers of the comment. */
export function findExample(typescript: string, className: string): string | undefined {
  const declaration = new RegExp(`^(?:export )?(?:declare )?class ${className}(?![\\w$])`, 'm').exec(
    typescript,
  );
  const before = typescript.slice(0, declaration?.index ?? 0).trimEnd();
  if (!before.endsWith('*/')) return undefined;
  const comment = before.slice(before.lastIndexOf('/**') + '/**'.length, -'*/'.length);
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  const tag = lines.findIndex((line) => line.startsWith('@example'));
  if (tag < 0) return undefined;
  const after = lines.slice(tag + 1);
  const end = after.findIndex((line) => line.startsWith('@'));
  return after
    .slice(0, end < 0 ? after.length : end)
    .join('\n')
    .trim();
}

/** Finds the source of a type: a type `x_y` is in the one file named `x-y.ts`. */
async function findSource(name: string): Promise<string | undefined> {
  const folder = fileURLToPath(new URL('../resources', import.meta.url));
  const files = await readdir(folder, { recursive: true });
  const file = files.find((one) => basename(one) === `${name.replaceAll('_', '-')}.ts`);
  return file === undefined ? undefined : join(folder, file);
}
