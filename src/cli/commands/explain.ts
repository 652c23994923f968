import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { Reference } from '../../catalog/reference.js';
import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { printableJson } from '../../views/index.js';
import { defineCommand } from '../command.js';
import { createStyle } from '../create-style.js';
import { exitStatus } from '../exit-status.js';
import { flag } from '../option-spec.js';
import { compileOptions } from '../options.js';
import { reportWarnings } from '../report-warnings.js';

/** Explains a resource of a catalog: its declaration, its values and its order. */
export const explain = defineCommand({
  name: 'explain',
  summary: 'explain a resource: what declares it, the sources of its values, its order',
  description: `Compiles the manifest and explains one resource: what declares it and where, the sources of its values, what is applied before it and because of which relations, and what refreshes it. Paths through anchors and containers are shown step by step; only the shortest path is shown.

REFERENCE is written as in Puppet, in quotes because of the brackets: 'Service[glance-api]'. A title is enough if only one resource has it. Secrets are redacted.`,
  args: [
    { name: 'MANIFEST', required: true },
    { name: 'REFERENCE', required: true },
  ],
  options: {
    json: flag('print JSON'),
    ...compileOptions,
  },
  examples: [
    {
      line: "glance-apply explain site.ts 'Service[glance-api]'",
      doc: 'What restarts the API.',
    },
    {
      line: "glance-apply explain site.ts 'Class[glance::api]' --data hiera.yaml",
      doc: 'Which file sets each of its parameters.',
    },
  ],
  async run({ args: [path, reference], options, io }) {
    const { compileManifest, explainResource, renderExplanation, withHost } = await import(
      '../deferred-modules.js'
    );
    const catalog = await withHost(io, (host) => compileManifest({ path, options, host, io }));
    reportWarnings(catalog.warnings, io);
    const explained = explainResource(catalog, findResource(catalog, reference));
    const text = options.json
      ? printableJson(explained, 2)
      : renderExplanation(explained, createStyle(io.stdout, io)).join('\n').trimEnd();
    io.stdout.write(`${text}\n`);
    return exitStatus.ok;
  },
});

/** Finds a resource by its reference or, if only one resource has it, by its title. */
function findResource(catalog: Catalog, text: string): CatalogResource {
  const reference = Reference.parse(text);
  if (reference !== undefined) {
    const found = catalog.find(reference.type, reference.title);
    if (found !== undefined) return found;
  }
  const namesakes = catalog.resources.filter(({ title }) => title === text);
  const [only] = namesakes;
  if (only !== undefined && namesakes.length === 1) return only;
  return raise('explain.unknown', `the catalog has no resource '${text}'`, {
    hint: suggestReference(catalog, text, namesakes),
  });
}

function suggestReference(
  { resources }: Catalog,
  text: string,
  namesakes: readonly CatalogResource[],
): string {
  if (namesakes.length > 0) return `it has ${namesakes.map(({ reference }) => reference).join(', ')}`;
  return (
    didYouMean(
      text,
      resources.map(({ reference }) => reference),
    ) ??
    didYouMean(
      text,
      resources.map(({ title }) => title),
    ) ??
    'glance-apply catalog MANIFEST --format dot lists all of them'
  );
}
