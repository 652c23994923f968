import { addCatalogSecrets } from '../catalog/add-catalog-secrets.js';
import type { Catalog } from '../catalog/catalog.js';
import { Redactor } from '../secrets/redactor.js';
import { printableLine } from './escape-control-characters.js';

/**
 * Renders a catalog as a graph in the DOT language of Graphviz: solid edges for order, dashed edges for order with
 * refresh, dotted lines from containers to their members. Secrets are redacted.
 */
export function dotGraph({ resources, relations }: Catalog): string {
  const redactor = addCatalogSecrets(new Redactor(), resources);
  const lines = ['digraph catalog {', '  rankdir = LR;', '  node [shape = box, fontname = "sans-serif"];'];
  for (const { index, reference, definition } of resources) {
    lines.push(
      `  r${index} [label = ${quoted(redactor.text(printableLine(reference)))}${definition === undefined ? ', style = rounded' : ''}];`,
    );
  }
  for (const { index, containers } of resources) {
    for (const container of containers)
      lines.push(`  r${container} -> r${index} [style = dotted, arrowhead = none];`);
  }
  for (const { source, target, refresh, origin } of relations) {
    const label = origin.startsWith('auto') ? ', color = gray' : '';
    lines.push(`  r${source} -> r${target} [style = ${refresh ? 'dashed' : 'solid'}${label}];`);
  }
  return `${lines.join('\n')}\n}\n`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
