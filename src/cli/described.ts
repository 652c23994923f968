import type { Attribute, AttributeTable } from '../catalog/attribute.js';
import type { Vocabulary } from '../catalog/vocabulary.js';
import { raise } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import { className, typeName } from './typescript-name.js';

/** A type or class, as far as `describe` is concerned. */
export interface Described {
  readonly kind: 'type' | 'class' | 'defined type';
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

/** What a manifest calls it. */
export function typescriptName({ kind, definition }: Described): string {
  return kind === 'type' ? typeName(definition.name) : className(definition.name);
}

/** Everything that a vocabulary has, by kind and name. */
export function everything({ types, classes, definedTypes }: Vocabulary): readonly Described[] {
  const sorted = (
    kind: Described['kind'],
    map: ReadonlyMap<string, Pick<Described, 'definition'>>,
  ): Described[] =>
    [...map.values()]
      .map(({ definition }) => ({ kind, definition }))
      .sort((a, b) => a.definition.name.localeCompare(b.definition.name));
  return [...sorted('type', types), ...sorted('class', classes), ...sorted('defined type', definedTypes)];
}

/**
 * Finds what a name means: in Puppet's spelling, however capitalised, or in TypeScript's.
 * @throws {GlanceApplyError} with the nearest name where there is none.
 */
export function lookUp(name: string, all: readonly Described[]): Described {
  const spelled = name.replace(/^::/, '').toLowerCase();
  const found = all.find(
    (one) => one.definition.name === spelled || typescriptName(one).toLowerCase() === spelled,
  );
  if (found !== undefined) return found;
  const names = all.flatMap((one) => [one.definition.name, typescriptName(one)]);
  return raise('describe.unknown', `there is no type or class '${name}'`, {
    hint: didYouMean(name, names) ?? 'glance-apply describe lists all of them',
  });
}
