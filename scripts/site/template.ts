import { posix } from 'node:path';
import { escapeHtml, type Page, siteFile } from './page.js';

/** The entries of the navigation, by heading: paths of pages and their titles. */
export type Navigation = ReadonlyMap<string, readonly (readonly [source: string, title: string])[]>;

/** Renders a whole page: the search, the navigation and the content, with nothing from other servers. */
export function wholePage(page: Page, navigation: Navigation): string {
  const here = siteFile(page.source);
  const to = (file: string) => posix.relative(posix.dirname(here), file);
  const menu = [...navigation].map(([heading, entries]) => {
    const links = entries.map(([source, title]) => {
      const current = source === page.source ? ' aria-current="page"' : '';
      return `<li><a href="${escapeHtml(to(siteFile(source)))}"${current}>${escapeHtml(title)}</a></li>`;
    });
    return `<h2>${escapeHtml(heading)}</h2>\n<ul>\n${links.join('\n')}\n</ul>`;
  });
  const root = posix.relative(posix.dirname(here), '.');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} - glance-apply</title>
<link rel="stylesheet" href="${to('assets/site.css')}">
<script defer src="${to('assets/search-index.js')}"></script>
<script defer src="${to('assets/search.browser.js')}"></script>
</head>
<body data-root="${root === '' ? '' : `${root}/`}">
<nav>
<label>Search <input type="search" id="search" autocomplete="off"></label>
<ol id="found" hidden></ol>
${menu.join('\n')}
</nav>
<main>
${page.body}</main>
</body>
</html>
`;
}
