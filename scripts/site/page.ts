/** A page of the site. */
export interface Page {
  /** Its path in the repository, which determines its path in the site. */
  readonly source: string;
  readonly title: string;
  /** The content as HTML. */
  readonly body: string;
  /** The parts that a search finds, by heading. */
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  /** The fragment of its address; empty for the page itself. */
  readonly anchor: string;
  readonly text: string;
}

/** Returns the path of a page in the site: `docs/data.html` for `docs/data.md`, `index.html` for the README of a folder. */
export function siteFile(source: string): string {
  return source.replace(/(^|\/)README\.md$/, '$1index.html').replace(/\.md$/, '.html');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
