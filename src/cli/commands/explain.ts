import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { Reference } from '../../catalog/reference.js';
import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { printableJson } from '../../views/index.js';
import type { Command } from '../command.js';
import { createStyle } from '../create-style.js';
import { exitStatus } from '../exit-status.js';
import { factsOptions } from '../options.js';
import { reportWarnings } from '../report-warnings.js';

/** Says why a resource is in a catalog as it is, and in that place of the order. */
export const explain: Command = {
  name: 'explain',
  summary: 'why a resource is there, where its values come from, what is before it and why',
  description: `Compiles the manifest and explains one resource: what declared it and where, where the values of its attributes come from, what must come before it and by which relations, and what restarts it. Ways through anchors and containers are told step by step, the shortest of them.

A REFERENCE is written as in Puppet, in quotes because of the brackets: 'Service[glance-api]'. A title alone is enough where only one resource has it. Secrets are redacted.`,
  args: [
    { name: 'MANIFEST', required: true },
    { name: 'REFERENCE', required: true },
  ],
  options: {
    json: { type: 'boolean', doc: 'print it for programs' },
    ...factsOptions,
  },
  examples: [
    {
      line: "glance-apply explain site.ts 'Service[glance-api]'",
      doc: 'What restarts the API.',
    },
    {
      line: "glance-apply explain site.ts 'Class[glance::api]' --data hiera.yaml",
      doc: 'Which of its parameters come from which file.',
    },
  ],
  async run(call) {
    const { LocalHost, compileManifest, explainResource, explanationOf } = await import(
      '../deferred-modules.js'
    );
    const host = new LocalHost();
    try {
      const catalog = await compileManifest(call, host);
      reportWarnings(catalog.warnings, call.io);
      const explained = explainResource(catalog, findResource(catalog, call.args[1] ?? ''));
      const text =
        call.options.json === true
          ? printableJson(explained, 2)
          : explanationOf(explained, createStyle(call.io.stdout, call.io)).join('\n').trimEnd();
      call.io.stdout.write(`${text}\n`);
      return exitStatus.ok;
    } finally {
      await host.close();
    }
  },
};

/** The resource that a text names, by its reference or, where that is enough, by its title. */
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
