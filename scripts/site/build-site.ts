import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapeHtml, type Page, siteFile } from './page.js';
import { renderMarkdown } from './render-markdown.js';
import { Repository } from './repository.js';
import { type Navigation, wholePage } from './template.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const assets = fileURLToPath(new URL('.', import.meta.url));

/** The folder in the site of the pages that are generated from types and classes. */
const REFERENCE = 'docs/reference';

const guides = [
  'README.md',
  'docs/testing.md',
  'docs/fleet.md',
  'docs/data.md',
  'docs/writing-a-type.md',
  'docs/writing-a-class.md',
  'docs/benchmarks.md',
];
const reference = [`${REFERENCE}/index.md`, 'docs/errors.md', 'CHANGELOG.md', 'SECURITY.md'];
const project = ['docs/architecture.md', 'docs/glossary.md', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md'];

/**
 * Writes the documentation as a site that needs neither a server nor a network: the pages of the repository, the pages
 * that are generated from types, classes and codes, and every file of the repository that they link to.
 * @returns The number of pages.
 */
export function buildSite(folder: string): number {
  const repository = new Repository(root, generatedPages());
  const decisions = repository.filesBelow('docs/decisions');
  const pages = collectPages(repository, [...guides, ...reference, ...project, ...decisions]);
  const entries = (sources: readonly string[]) =>
    sources.map((source) => [source, pages.get(source)?.title ?? source] as const);
  const navigation: Navigation = new Map([
    ['Guides', entries(guides)],
    ['Reference', entries(reference)],
    ['Project', entries(project)],
    ['Decisions', entries(decisions)],
  ]);

  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, content: string | Buffer) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  for (const [source, page] of pages) {
    if (page === undefined) write(source, repository.read(source));
    else write(addressOf(source), wholePage(page, navigation));
  }
  const index = [...pages.values()].flatMap((page) =>
    (page?.sections ?? []).map(({ heading, anchor, text }) => {
      const address = `${siteFile(page?.source ?? '')}${anchor === '' ? '' : `#${anchor}`}`;
      return { t: page?.title, h: heading, u: address, x: text };
    }),
  );
  write('assets/search-index.js', `globalThis.searchIndex = ${JSON.stringify(index)};\n`);
  for (const asset of ['search.browser.js', 'site.css'])
    write(`assets/${asset}`, readFileSync(join(assets, asset)));
  return pages.size;
}

/** Returns the pages that `npm run docs` generates, by path. */
function generatedPages(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'glance-apply-docs-'));
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/docs.mjs', folder], { cwd: root });
    return new Map(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => [posix.join(REFERENCE, file), readFileSync(join(folder, file), 'utf8')]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the given pages and everything that they link to; undefined for a file that is copied, such as a picture. */
function collectPages(
  repository: Repository,
  sources: readonly string[],
): ReadonlyMap<string, Page | undefined> {
  const pages = new Map<string, Page | undefined>();
  const queue = [...sources];
  for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
    if (pages.has(source)) continue;
    const follow = (target: string) => queue.push(target);
    pages.set(source, readPage(repository, source, follow));
  }
  return pages;
}

function readPage(
  repository: Repository,
  source: string,
  follow: (target: string) => void,
): Page | undefined {
  if (extname(source) === '.svg') return undefined;
  if (basename(source) === 'README.md' && !repository.has(source)) return listing(repository, source, follow);
  const text = repository.read(source).toString('utf8');
  if (extname(source) !== '.md') return listed(source, text);
  return renderMarkdown(source, text, (href) => {
    if (/^[a-z]+:|^#/.test(href)) return href;
    const [path = '', fragment] = href.split('#');
    const target = repository.resolve(source, path);
    const found = repository.has(target) ? target : posix.join(target, 'README.md');
    if (!repository.has(target) && repository.filesBelow(target).length === 0)
      throw new Error(`${source} links to ${href}, which is not in the repository`);
    follow(found);
    const address = posix.relative(posix.dirname(siteFile(source)), addressOf(found));
    return fragment === undefined ? address : `${address}#${fragment}`;
  });
}

/** Returns the name of a page of code: the name of the file, followed by .html. */
function addressOf(source: string): string {
  return ['.md', '.svg'].includes(extname(source)) ? siteFile(source) : `${source}.html`;
}

/** Renders a folder without a README as a list of its files. */
function listing(repository: Repository, source: string, follow: (target: string) => void): Page {
  const folder = dirname(source);
  const files = repository.filesBelow(folder);
  for (const file of files) follow(file);
  const items = files.map((file) => {
    const name = posix.relative(folder, file);
    return `<li><a href="${escapeHtml(posix.relative(folder, addressOf(file)))}">${escapeHtml(name)}</a></li>`;
  });
  return {
    source,
    title: folder,
    body: `<h1>${escapeHtml(folder)}</h1>\n<ul>\n${items.join('\n')}\n</ul>\n`,
    sections: [{ heading: folder, anchor: '', text: files.join(' ') }],
  };
}

/** Renders a file of code. */
function listed(source: string, text: string): Page {
  return {
    // The page has a name of its own, so that the file itself could be next to it.
    source: `${source}.html`,
    title: source,
    body: `<h1>${escapeHtml(source)}</h1>\n<pre><code>${escapeHtml(text)}</code></pre>\n`,
    sections: [{ heading: source, anchor: '', text: text.replace(/\s+/g, ' ') }],
  };
}
