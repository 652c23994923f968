import type { Hierarchy } from '../data/hierarchy/index.js';
import { isReleaseBetween, type Release } from '../data/releases.js';
import { type Diagnostic, problem, warning } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import type { SourceLocation } from '../errors/source-location.js';
import { checkValue } from './check-value.js';
import type { ClassType } from './class-type.js';
import type { Vocabulary } from './vocabulary.js';

/** Problems of values that cannot be read here; a run that needs the value reports them. */
const laterOnly = new Set([
  'data.no-key',
  'data.encryption',
  'data.no-variable',
  'data.no-file',
  'data.generate',
]);

/**
 * Checks data against the parameters of the classes that its keys name, before anything is compiled. Reports parameters
 * that a class does not have, with the most similar name that it has, and values that it would reject.
 */
export function checkData(
  data: Hierarchy,
  { classes }: Pick<Vocabulary, 'classes'>,
  release: Release,
): Diagnostic[] {
  const modules = new Set([...classes.keys()].map((name) => name.split('::', 1)[0]));
  const seen = new Set<string>();
  return data.keys().flatMap(({ key, location }) => {
    const end = key.lastIndexOf('::');
    if (end === -1) return [];
    const [name, parameter] = [key.slice(0, end), key.slice(end + 2)];
    const type = classes.get(name);
    if (type === undefined)
      return modules.has(name.split('::', 1)[0]) ? unknownClass(key, name, location, classes) : [];
    const attribute = Object.hasOwn(type.definition.attributes, parameter)
      ? type.definition.attributes[parameter]
      : undefined;
    if (attribute === undefined) return unknownParameter(type, parameter, location);
    if (!isReleaseBetween(release, attribute.since, attribute.until)) {
      const successor = attribute.became?.name;
      const hint = successor === undefined ? undefined : `it is called ${successor} there`;
      return [warning('data.release', `${key} has no effect in ${release}`, { location, hint })];
    }
    // The value is merged from all levels: it is one value, however many files contribute to it.
    if (seen.has(key)) return [];
    seen.add(key);
    return checkedValue(data, key, (value, where) => {
      const owner = { location: where ?? location, toString: () => name };
      const checked = checkValue(owner, parameter, attribute, value);
      return 'problem' in checked ? [checked.problem] : [];
    });
  });
}

function checkedValue(
  data: Hierarchy,
  key: string,
  check: (value: unknown, location: SourceLocation | undefined) => Diagnostic[],
): Diagnostic[] {
  try {
    const found = data.peek(key);
    return found === undefined || found.value === null ? [] : check(found.value, found.sources[0]?.location);
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    return error.diagnostics.filter(({ code }) => !laterOnly.has(code));
  }
}

function unknownParameter(
  { definition }: ClassType,
  parameter: string,
  location: SourceLocation,
): Diagnostic[] {
  const hint = didYouMean(parameter, Object.keys(definition.attributes));
  // If a class has the name of its module, its keys have the same prefix as other values of the module.
  if (hint === undefined && !definition.name.includes('::')) return [];
  return [
    problem('data.parameter', `${definition.name} has no parameter named '${parameter}'`, {
      location,
      // The key may be the misspelled name of a password.
      confidential: true,
      hint: hint ?? `glance-apply describe ${definition.name} lists those that it has`,
    }),
  ];
}

/**
 * Only a warning: a manifest may define classes of its own, or look up keys that look like parameters of these classes.
 */
function unknownClass(
  key: string,
  name: string,
  location: SourceLocation,
  classes: ReadonlyMap<string, ClassType>,
): Diagnostic[] {
  const hint = didYouMean(name, classes.keys());
  return hint === undefined
    ? []
    : [
        warning('data.class', `${key}: the class '${name}' does not exist`, {
          location,
          hint,
          confidential: true,
        }),
      ];
}
