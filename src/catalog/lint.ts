import { type Diagnostic, warning } from '../errors/diagnostic.js';
import type { Catalog, CatalogResource } from './catalog.js';
import type { Compilation } from './compilation.js';
import type { Decision, LintContext } from './lint-finding.js';
import type { Resource } from './resource.js';

/** Has the types of a catalog inspect their resources, and returns the findings as warnings. */
export function lintCatalog(
  catalog: Omit<Catalog, 'warnings'>,
  sources: readonly Resource[],
  compilation: Compilation,
): Diagnostic[] {
  const byType = new Map<CatalogResource['definition'], CatalogResource[]>();
  for (const resource of catalog.resources) {
    if (resource.definition?.lint === undefined) continue;
    const known = byType.get(resource.definition);
    if (known === undefined) byType.set(resource.definition, [resource]);
    else known.push(resource);
  }
  const context: LintContext = {
    find: catalog.find,
    release: catalog.release,
    findDecision: ({ index }, attribute, parameters) => {
      const source = sources[index];
      return source && findDecision(source, attribute, parameters, compilation);
    },
  };
  const warnings: Diagnostic[] = [];
  for (const [definition, resources] of byType) {
    for (const { resource, code, message, hint, location } of definition?.lint?.(resources, context) ?? [])
      warnings.push(
        warning(code, `${resource.reference}: ${message}`, { location: location ?? resource.location, hint }),
      );
  }
  return warnings;
}

function findDecision(
  source: Resource,
  attribute: string,
  parameters: readonly string[],
  compilation: Compilation,
): Decision | undefined {
  if (isOfManifest(source)) return { location: source.locationOf(attribute), warned: false };
  for (let container = source.parent; container !== undefined; container = container.parent) {
    for (const name of parameters) {
      const location = container.locationOf(name);
      const given = (container.given[name] ?? undefined) !== undefined;
      // A value that the body of a library class passes on was not decided there; a value from data has its own
      // location.
      if ((given && isOfManifest(container)) || location !== container.location)
        return {
          location,
          warned: compilation.containerState(container)?.warnedParameters.has(name) === true,
        };
    }
  }
  return undefined;
}

/**
 * Returns whether the manifest declares the resource, directly or in a class of its own, and not a class of the
 * library.
 */
function isOfManifest({ parent, position }: Resource): boolean {
  return position.location !== undefined || (parent !== undefined && parent.parent === undefined);
}
