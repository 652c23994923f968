import type { Attribute, AttributeTable } from '../catalog/attribute.js';
import type { Vocabulary } from '../catalog/vocabulary.js';
import { raise } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import { className, typeName } from './typescript-name.js';

/** A type or class, as far as `describe` is concerned. */
export interface Described {
  readonly kind: 'type' | 'class' | 'defined type';
  /** What a manifest calls it. */
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

/** Everything that a vocabulary has, by kind and name. */
export function everything({ types, classes, definedTypes }: Vocabulary): readonly Described[] {
  const sorted = (
    kind: Described['kind'],
    map: ReadonlyMap<string, Pick<Described, 'definition'>>,
    typescript: (name: string) => string,
  ): Described[] =>
    [...map.values()]
      .map(({ definition }) => ({ kind, definition, typescript: typescript(definition.name) }))
      .sort((a, b) => a.definition.name.localeCompare(b.definition.name));
  // One name may mean a class of older releases and a defined type of newer ones.
  const ofClass = (name: string) => (definedTypes.has(name) ? `${className(name)}Class` : className(name));
  return [
    ...sorted('type', types, typeName),
    ...sorted('class', classes, ofClass),
    ...sorted('defined type', definedTypes, className),
  ];
}

/**
 * Finds what a name means: in Puppet's spelling, however capitalised, or in TypeScript's.
 * @param codes Diagnostic codes, which may have been meant as well.
 * @throws {GlanceApplyError} `describe.unknown`, with the nearest name.
 */
export function lookUp(
  name: string,
  all: readonly Described[],
  codes: Iterable<string>,
): readonly [Described, ...Described[]] {
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
