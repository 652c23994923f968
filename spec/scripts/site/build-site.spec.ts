import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { buildSite } from '../../../scripts/site/build-site.js';

interface Found {
  readonly t: string;
  readonly h: string;
  readonly u: string;
}

describe('the site of the documentation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  let pages: ReadonlyMap<string, string> = new Map();

  before(() => {
    buildSite(folder);
    pages = new Map(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.html'))
        .map((file) => [join(folder, file), readFileSync(join(folder, file), 'utf8')]),
    );
  });

  after(() => rmSync(folder, { recursive: true }));

  it('has the guides, the decisions, the errors, and a page for each type and class', () => {
    for (const page of [
      'index.html',
      'docs/writing-a-type.html',
      'docs/decisions/0001-tables-of-attributes.html',
      'docs/errors.html',
      'docs/reference/types/file.html',
      'docs/reference/classes/glance-api.html',
      'examples/own-type.ts.html',
    ])
      expect(existsSync(join(folder, page)), page).to.equal(true);
  });

  it('leads nowhere that does not exist, anchors included', () => {
    const dead: string[] = [];
    for (const [page, html] of pages) {
      for (const [, address = ''] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        if (/^[a-z]+:/.test(address)) continue;
        const [path = '', anchor] = address.split('#');
        const target = path === '' ? page : join(dirname(page), path);
        const text = pages.get(target) ?? (existsSync(target) ? '' : undefined);
        if (text === undefined || (anchor !== undefined && !text.includes(` id="${anchor}"`)))
          dead.push(`${page}: ${address}`);
      }
    }
    expect(dead).to.deep.equal([]);
  });

  it('loads nothing from elsewhere', () => {
    const loading = /<(?:script|link|img|iframe)[^>]* (?:src|href)="(?:[a-z]+:)?\/\//;
    const files = [...pages, ['css', readFileSync(join(folder, 'assets/site.css'), 'utf8')] as const];
    const loaders = files.filter(([, text]) => loading.test(text) || text.includes('@import'));
    expect(loaders.map(([file]) => file)).to.deep.equal([]);
  });

  it('finds codes, attributes and words of the text without a server', () => {
    const context: { searchIndex?: unknown } & Record<string, unknown> = {};
    for (const asset of ['search-index.js', 'search.browser.js'])
      runInNewContext(readFileSync(join(folder, 'assets', asset), 'utf8'), context);
    const search = context.searchSections as (index: unknown, query: string) => readonly Found[];
    const first = (query: string) => search(context.searchIndex, query)[0];
    expect(first('resource.duplicate')?.u).to.equal('docs/errors.html#resourceduplicate');
    expect(first('glance_api_config')?.t).to.equal('glance_api_config');
    expect(first('enabled_backends glance::api')?.u).to.equal(
      'docs/reference/classes/glance-api.html#enabled_backends',
    );
    expect(first('no such word anywhere xyzzy')).to.equal(undefined);
  });
});
