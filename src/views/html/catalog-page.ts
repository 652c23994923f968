import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addCatalogSecrets } from '../../catalog/add-catalog-secrets.js';
import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { buildGraph } from '../../engine/graph/build-graph.js';
import { Redactor } from '../../secrets/redactor.js';
import { printableLine } from '../escape-control-characters.js';
import { Html, html, scriptData } from './html.js';
import { buildLayout, type Lane, type Stack } from './layout.js';
import { buildPageData } from './page-data.js';

/** The largest number of resources in a stack that is initially open. */
const OPEN = 3;

/**
 * Renders a catalog as a self-contained HTML page: its resources by class and step, searchable, with links from a
 * resource to what it depends on and what it refreshes. Secrets are redacted. The content security policy of the page
 * allows only its own script and style.
 * @param title The heading of the page, such as the name of the manifest.
 * @param directory The directory that locations are relative to.
 * @throws {GlanceApplyError} if the relations of the catalog form a cycle.
 */
export function catalogPage(
  catalog: Catalog,
  { title, directory }: { readonly title: string; readonly directory: string },
): string {
  const graph = buildGraph(catalog, 'relations');
  const { lanes, columns } = buildLayout(graph);
  const redactor = addCatalogSecrets(new Redactor(), catalog.resources);
  const name = (resource: CatalogResource) => redactor.text(printableLine(resource.reference));
  const style = `${asset('catalog-page.css')}\n${columnRules(columns)}`;
  const script = asset('catalog-page.browser.js');
  const policy = `default-src 'none'; style-src ${policySource(style)}; script-src ${policySource(script)}; base-uri 'none'; form-action 'none'`;
  const native = catalog.resources.filter(({ definition }) => definition !== undefined).length;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}: ${native} resources</title>
<style>${new Html(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${native} resources, ${lanes.length} classes, release ${catalog.release}</p>
<input id="search" type="search" placeholder="Search (press /)" aria-label="Search resources" autocomplete="off" spellcheck="false">
<p id="legend"><span class="key needs">comes before</span><span class="key follows">comes after</span><span class="key refreshing">refreshes</span></p>
</header>
<main id="map" tabindex="-1" aria-label="Resources by class and step">
<div id="grid">
<svg id="edges" aria-hidden="true"></svg>
${Html.join(lanes.map((lane) => laneMarkup(lane, name)))}
</div>
</main>
<aside id="panel" aria-live="polite"></aside>
<script type="application/json" id="data">${scriptData(buildPageData(graph, redactor, directory))}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.markup;
}

type Naming = (resource: CatalogResource) => string;

function laneMarkup({ owner, cells }: Lane, name: Naming): Html {
  const parts = [...cells].map(
    ([column, stacks]) =>
      html`<div class="cell c${column}">${Html.join(stacks.map((stack) => stackMarkup(stack, name)))}</div>`,
  );
  return html`<section class="lane${cells.size === 0 ? ' empty' : ''}">
<h2><a class="item" id="r${owner.index}" href="#r${owner.index}">${heading(owner, name)}</a></h2>
${Html.join(parts)}
</section>`;
}

/** The name of a class, which can be broken between its segments. */
function heading(owner: CatalogResource, name: Naming): Html {
  if (owner.title === 'main') return html`The manifest`;
  const [first = '', ...rest] = titleIn(name(owner)).split('::');
  return new Html(
    [html`${first}`, ...rest.map((segment) => html`<wbr>::${segment}`)].map(({ markup }) => markup).join(''),
  );
}

function titleIn(reference: string): string {
  return reference.slice(reference.indexOf('[') + 1, -1);
}

function stackMarkup({ type, resources }: Stack, name: Naming): Html {
  const chips = Html.join(resources.map((resource) => chip(resource, name)));
  const count = resources.length === 1 ? '' : ` × ${resources.length}`;
  if (resources.length <= OPEN) return html`<div class="stack"><h3>${type}</h3>${chips}</div>`;
  return html`<details class="stack"><summary>${type}${count}</summary>${chips}</details>`;
}

function chip(resource: CatalogResource, name: Naming): Html {
  const reference = name(resource);
  const kind = resource.definition?.transparent ? ' anchor' : '';
  return html`<a class="item chip${kind}" id="r${resource.index}" href="#r${resource.index}" title="${reference}">${titleIn(reference)}</a>`;
}

function columnRules(columns: number): string {
  const rules = Array.from({ length: columns }, (_, column) => `.c${column}{grid-column:${column + 2}}`);
  return `.lane{grid-template-columns:subgrid}#grid{grid-template-columns:13rem repeat(${columns},max-content)}${rules.join('')}`;
}

/** Reads a file next to this module, in the sources or in the build. */
function asset(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function policySource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
