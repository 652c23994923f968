import type { Attribute, AttributeTable } from '../catalog/attribute.js';
import type { Vocabulary } from '../catalog/vocabulary.js';
import { raise } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import { toClassName, toTypeName } from './to-typescript-name.js';

/** What `describe` documents of a type or class. */
export interface DocumentedType {
  readonly kind: 'type' | 'class' | 'defined type';
  /** Its name in a manifest. */
  readonly typescript: string;
  readonly definition: {
    readonly name: string;
    readonly doc: string;
    readonly attributes: AttributeTable;
    readonly since?: string | undefined;
    readonly until?: string | undefined;
    readonly replacedBy?: string | undefined;
  };
}

export type AnyAttribute = Attribute<unknown, unknown>;

/** Lists the types and classes of a vocabulary, ordered by kind and name. */
export function listDocumentedTypes({ types, classes, definedTypes }: Vocabulary): readonly DocumentedType[] {
  const sorted = (
    kind: DocumentedType['kind'],
    map: ReadonlyMap<string, Pick<DocumentedType, 'definition'>>,
    typescript: (name: string) => string,
  ): DocumentedType[] =>
    [...map.values()]
      .map(({ definition }) => ({ kind, definition, typescript: typescript(definition.name) }))
      .sort((a, b) => a.definition.name.localeCompare(b.definition.name));
  // One name can be a class in older releases and a defined type in newer ones.
  const ofClass = (name: string) =>
    definedTypes.has(name) ? `${toClassName(name)}Class` : toClassName(name);
  return [
    ...sorted('type', types, toTypeName),
    ...sorted('class', classes, ofClass),
    ...sorted('defined type', definedTypes, toClassName),
  ];
}

/**
 * Finds the types and classes with a name, in Puppet's spelling (case is ignored) or in TypeScript's.
 * @param codes Diagnostic codes, which are candidates for a suggestion as well.
 * @throws {GlanceApplyError} `describe.unknown`, with the nearest name.
 */
export function findDocumentedTypes(
  name: string,
  all: readonly DocumentedType[],
  codes: Iterable<string>,
): readonly [DocumentedType, ...DocumentedType[]] {
  const spelled = name.replace(/^::/, '').toLowerCase();
  const [first, ...rest] = all.filter(
    ({ definition, typescript }) => definition.name === spelled || typescript.toLowerCase() === spelled,
  );
  if (first !== undefined) return [first, ...rest];
  const names = [...all.flatMap(({ definition, typescript }) => [definition.name, typescript]), ...codes];
  return raise('describe.unknown', `no type, class or diagnostic code is named '${name}'`, {
    hint: didYouMean(name, names) ?? 'glance-apply describe lists all of them',
  });
}
