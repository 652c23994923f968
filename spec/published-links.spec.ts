import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('..', import.meta.url));
const { files: listed } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly files: readonly string[];
};

// Entries that begin with ! leave something out again.
const files = listed.filter((one) => !one.startsWith('!'));

/** What npm publishes, whatever package.json lists. */
const ALWAYS = ['LICENSE', 'README.md', 'package.json'];

const isPublished = (path: string) =>
  [...ALWAYS, ...files].some((one) => path === one || path.startsWith(`${one}/`)) &&
  !listed.some((one) => one.startsWith('!') && path.startsWith(`${one.slice(1)}/`));

/** Texts of the repository that are published with the package; those of dist are made by the build. */
function publishedTexts(): string[] {
  return [...ALWAYS, ...files.filter((one) => one !== 'dist')]
    .flatMap((one) =>
      statSync(join(root, one)).isDirectory()
        ? (readdirSync(join(root, one), { recursive: true }) as string[]).map((name) => join(one, name))
        : [one],
    )
    .filter((path) => path.endsWith('.md'));
}

/** Where the links of a text lead, without those to other sites and to headings of the text itself. */
function targets(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

describe('links of published texts', () => {
  for (const text of publishedTexts()) {
    it(`lead to what is published, too, from ${text}`, () => {
      const led = targets(readFileSync(join(root, text), 'utf8')).map((target) =>
        relative(root, join(root, dirname(text), target)),
      );
      expect(led.filter((path) => !existsSync(join(root, path)) || !isPublished(path))).to.deep.equal([]);
    });
  }
});
