import isNil from 'lodash/isNil.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { AttributeTable } from './attribute.js';
import { Collector } from './collector.js';
import type { FinalResources } from './final-resources.js';
import { NativeResource } from './native-type.js';
import type { Provenance, ValueSource } from './provenance.js';
import type { Resource } from './resource.js';

/** Returns the provenance of a resource of a finished compilation. */
export function buildProvenance(resource: Resource, final: FinalResources): Provenance {
  const table = tableOf(resource, final);
  return {
    declaredBy: resource.parent?.reference,
    get realizedBy() {
      const by = final.realizerOf(resource);
      if (by === undefined) return undefined;
      return by instanceof Collector
        ? { collector: by.toString(), location: by.position.location }
        : { collector: undefined, location: by.location };
    },
    sourceOf(name) {
      const collector = final.overriderOf(resource, name);
      if (collector !== undefined) {
        return { kind: 'collector', location: collector.position.location, by: collector.toString() };
      }
      const written = [name, ...olderNames(name, table)].find((one) => !isNil(resource.given[one]));
      if (written !== undefined) return { kind: 'given', location: resource.locationOf(written) };
      const location = resource.location;
      return (
        findInData(resource, name, final) ??
        (isInTitle(resource, name) ? { kind: 'title', location } : defaultSource)
      );
    },
  };
}

const defaultSource: ValueSource = { kind: 'default', location: undefined };

function tableOf(resource: Resource, { compilation }: FinalResources): AttributeTable {
  const definition =
    resource instanceof NativeResource
      ? resource.definition
      : compilation.containerState(resource)?.definition;
  return definition?.attributes ?? {};
}

function isInTitle(resource: Resource, name: string): boolean {
  if (!(resource instanceof NativeResource)) return false;
  const { parseTitle, titleAttribute } = resource.definition;
  const parts = parseTitle?.(resource.title);
  return typeof parts === 'object' ? !isNil(parts[name]) : name === titleAttribute;
}

/** Returns the names of earlier releases under which a value may have been given. */
function olderNames(name: string, table: AttributeTable): string[] {
  return Object.keys(table).filter((other) => table[other]?.became?.name === name);
}

function findInData(
  resource: Resource,
  name: string,
  { compilation }: FinalResources,
): ValueSource | undefined {
  if (resource.type !== 'class' || resource.title === 'main') return undefined;
  try {
    const found = compilation.data.lookup(`${resource.title}::${name}`);
    if (found === undefined || found.value === null) return undefined;
    const [source] = found.sources;
    return { kind: 'data', location: source?.location, by: source?.level };
  } catch (error) {
    // An error in the data has already been reported for the class; the value then has no source.
    if (GlanceApplyError.is(error)) return undefined;
    throw error;
  }
}
