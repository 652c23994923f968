import { type Diagnostic, warning } from '../errors/diagnostic.js';
import type { Place } from '../errors/place.js';
import type { Catalog, CatalogResource } from './catalog.js';
import type { Resource } from './resource.js';

/** What a type says of a resource that may stay as it is. It becomes a warning at the place of the decision. */
export interface Remark {
  readonly resource: CatalogResource;
  /** Stable, as a diagnostic's. */
  readonly code: Diagnostic['code'];
  /** Completes "Type[title]: …". */
  readonly message: string;
  readonly hint?: string | undefined;
  /** Where to point. @default where the resource was declared */
  readonly place?: Place | undefined;
}

/** Where a manifest decided on a resource. */
export interface Decision {
  readonly place: Place | undefined;
  /** It did so by a parameter that was warned of already, as one that is deprecated. */
  readonly warned: boolean;
}

/** What a type may ask of a finished catalog. */
export interface Examined extends Pick<Catalog, 'find' | 'release'> {
  /**
   * Where the manifest decided on a resource. One that it declares itself: there, at the attribute where its
   * place is known. One that the body of a library's class declares: where the class, or what contains it, was
   * given a parameter of one of these names. Undefined where nobody but the library decided.
   */
  decided(resource: CatalogResource, attribute: string, parameters: readonly string[]): Decision | undefined;
}

/** Has the types of a catalog look at their resources. */
export function examine(catalog: Omit<Catalog, 'warnings'>, sources: readonly Resource[]): Diagnostic[] {
  const byType = new Map<CatalogResource['definition'], CatalogResource[]>();
  for (const resource of catalog.resources) {
    if (resource.definition?.examine === undefined) continue;
    const known = byType.get(resource.definition);
    if (known === undefined) byType.set(resource.definition, [resource]);
    else known.push(resource);
  }
  const examined: Examined = {
    find: catalog.find,
    release: catalog.release,
    decided: ({ index }, attribute, parameters) => decided(sources[index] as Resource, attribute, parameters),
  };
  const warnings: Diagnostic[] = [];
  for (const [definition, resources] of byType) {
    for (const { resource, code, message, hint, place } of definition?.examine?.(resources, examined) ?? [])
      warnings.push(
        warning(code, `${resource.reference}: ${message}`, { place: place ?? resource.place, hint }),
      );
  }
  return warnings;
}

function decided(source: Resource, attribute: string, parameters: readonly string[]): Decision | undefined {
  if (isOfManifest(source)) return { place: source.placeOf(attribute), warned: false };
  for (let container = source.parent; container !== undefined; container = container.parent) {
    for (const name of parameters) {
      const place = container.placeOf(name);
      const given = (container.given[name] ?? undefined) !== undefined;
      // What a library's body hands on was not decided there; what data gave has a place of its own.
      if ((given && isOfManifest(container)) || place !== container.place)
        return { place, warned: container.warnedOf.has(name) };
    }
  }
  return undefined;
}

/** Whether the manifest declares it, be it in a class of its own, and not a class of the library. */
function isOfManifest({ parent, position }: Resource): boolean {
  return position.place !== undefined || (parent !== undefined && parent.parent === undefined);
}
