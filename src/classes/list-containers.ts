import type { ContainerDefinition } from '../catalog/container-definition.js';

/** A class or a defined type, as an index of this folder exports it. */
interface ContainerType {
  readonly definition: ContainerDefinition;
}

/** Returns the classes and defined types that a module exports, including those of the modules that it exports as names. */
export function listContainers(module: object): ContainerType[] {
  return Object.values(module).flatMap((value: unknown) => {
    if (isContainerType(value)) return [value];
    return typeof value === 'object' && value !== null ? listContainers(value) : [];
  });
}

function isContainerType(value: unknown): value is ContainerType {
  return typeof value === 'function' && 'definition' in value;
}
