import { Marked, type Tokens } from 'marked';
import { escapeHtml, type Page, type Section } from './page.js';

/** Returns the address in the site of a link of a page. */
export type ResolveLink = (href: string) => string;

/** Renders a page of Markdown, with the same anchors at headings as on GitHub. */
export function renderMarkdown(source: string, text: string, resolveLink: ResolveLink): Page {
  const sections: { heading: string; anchor: string; text: string }[] = [];
  const anchors = new Set<string>();
  let title: string | undefined;

  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading): string {
        const html = this.parser.parseInline(tokens);
        const heading = plainText(html);
        const anchor = uniqueAnchor(heading, anchors);
        title ??= heading;
        sections.push({ heading, anchor: sections.length === 0 ? '' : anchor, text: '' });
        return `<h${depth} id="${anchor}">${html}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        return `<a href="${escapeHtml(resolveLink(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text: alternative }: Tokens.Image): string {
        return `<img src="${escapeHtml(resolveLink(href))}" alt="${escapeHtml(alternative)}">`;
      },
    },
  });
  const body = marked.parser(marked.lexer(text));
  return { source, title: title ?? source, body, sections: withText(body, sections) };
}

/** Returns the text below each heading, for the search. */
function withText(body: string, sections: readonly Section[]): Section[] {
  const [before = '', ...parts] = body.split(/<h[1-6] id="[^"]*">.*?<\/h[1-6]>\n/s);
  if (sections.length === 0) return [{ heading: '', anchor: '', text: plainText(before) }];
  return sections.map((section, at) => ({ ...section, text: plainText(parts[at] ?? '') }));
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function uniqueAnchor(heading: string, taken: Set<string>): string {
  const base = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  let anchor = base;
  for (let count = 1; taken.has(anchor); count++) anchor = `${base}-${count}`;
  taken.add(anchor);
  return anchor;
}
