import isEqual from 'lodash/isEqual.js';
import isNil from 'lodash/isNil.js';
import type { Found } from '../data/hierarchy/lookup-result.js';
import { isReleaseBetween, type Release } from '../data/releases.js';
import { type Diagnostic, problem, warning } from '../errors/diagnostic.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { isTainted, revealAll } from '../secrets/secret.js';
import type { Attribute, AttributeTable, DefaultContext } from './attribute.js';
import { checkValue, unknownAttribute } from './check-value.js';
import type { Compilation } from './compilation.js';
import type { ContainerDefinition } from './container-definition.js';
import type { ContainerState } from './container-state.js';
import { metaparameterNames } from './metaparameter-table.js';
import type { Resource } from './resource.js';
import { concealAs } from './secret-attributes.js';

type Parameter = Attribute<unknown, unknown>;

/**
 * Returns the parameters of a class or defined type: the given value, else data (for classes), else the default.
 * Parameters of another release are translated if their meaning is known. Errors are reported to the compilation; the
 * container then counts as declared, so that its body never runs with unintended values.
 */
export function resolveParameters(
  state: ContainerState,
  definition: ContainerDefinition,
  compilation: Compilation,
): Record<string, unknown> {
  const { container } = state;
  const table = definition.attributes;
  const resolved: Record<string, unknown> = {};
  // A class of another release is reported as a whole, not parameter by parameter.
  if (!isReleaseBetween(compilation.release, definition.since, definition.until)) return resolved;
  const report = createReporter(state, compilation);
  const given = translateParameters(state, container.given, table, compilation, report);
  const context: DefaultContext = { facts: compilation.facts, release: compilation.release };
  for (const [name, parameter] of Object.entries(table)) {
    if (!isAvailable(parameter, compilation.release) && given[name] === undefined) continue;
    let value = given[name];
    if (value === undefined && container.type === 'class')
      value = lookUpParameter(state, definition, name, compilation, report)?.value;
    if (isNil(value)) {
      resolved[name] = resolveDefault(parameter, context);
      if (resolved[name] === undefined && parameter.required) {
        report(
          problem('attribute.missing', `${container} needs a value for the parameter '${name}'`, {
            location: container.location,
            hint: parameter.doc,
          }),
        );
      }
      continue;
    }
    const checked = checkParameter(container, name, parameter, value, report);
    if (checked !== undefined) resolved[name] = checked;
  }
  return resolved;
}

/** Returns the parameters that collectors change after a container was declared, in the form of `resolveParameters`. */
export function resolveChangedParameters(
  state: ContainerState,
  { attributes: table }: ContainerDefinition,
  changed: Readonly<Record<string, unknown>>,
  compilation: Compilation,
): Record<string, unknown> {
  const { facts, release } = compilation;
  const report = createReporter(state, compilation);
  const resolved: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changed)) {
    const parameter = table[name];
    if (parameter !== undefined && isNil(value))
      resolved[name] = resolveDefault(parameter, { facts, release });
  }
  for (const [name, value] of Object.entries(
    translateParameters(state, changed, table, compilation, report),
  )) {
    const parameter = ensureDefined(table[name]);
    const checked = checkParameter(state.container, name, parameter, value, report);
    if (checked !== undefined) resolved[name] = checked;
  }
  return resolved;
}

type ReportProblem = (diagnostic: Diagnostic) => void;

function createReporter(state: ContainerState, compilation: Compilation): ReportProblem {
  return (diagnostic) => {
    compilation.report(diagnostic);
    state.phase = 'declared';
  };
}

/** Returns a value as the body receives it; undefined if an error was reported. */
function checkParameter(
  container: Resource,
  name: string,
  parameter: Parameter,
  value: unknown,
  report: ReportProblem,
): unknown {
  const checked = checkValue(container, name, parameter, value);
  if ('problem' in checked) return report(checked.problem);
  return isTainted(value) || parameter.value.secret ? concealAs(checked.value, value) : checked.value;
}

/** Looks up the value of a parameter in data; its location there is then the location of the parameter. */
function lookUpParameter(
  state: ContainerState,
  definition: ContainerDefinition,
  name: string,
  { data }: Compilation,
  report: ReportProblem,
): Found | undefined {
  try {
    const found = data.lookup(`${definition.name}::${name}`);
    const location = found?.sources[0]?.location;
    if (location !== undefined && found?.value !== null) state.locationsElsewhere.set(name, location);
    return found;
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    for (const diagnostic of error.diagnostics) report(diagnostic);
    return undefined;
  }
}

function resolveDefault(parameter: Parameter, context: DefaultContext): unknown {
  return typeof parameter.default === 'function' ? parameter.default(context) : parameter.default;
}

/** Returns the given parameters under the names that they have in the release that is compiled for. */
function translateParameters(
  { container, warnedParameters }: ContainerState,
  declared: Readonly<Record<string, unknown>>,
  table: AttributeTable,
  compilation: Compilation,
  report: ReportProblem,
): Record<string, unknown> {
  const { release } = compilation;
  const given: Record<string, unknown> = {};
  // If the same value is given twice, it is a secret if either of them is.
  const give = (name: string, value: unknown) => {
    if (!isTainted(given[name])) given[name] = value;
  };
  for (const [name, value] of Object.entries(declared)) {
    // Puppet's undef, and null in a data file, mean that no value is given.
    if (metaparameterNames.has(name) || isNil(value)) continue;
    if (!Object.hasOwn(table, name)) {
      report(unknownAttribute(container, name, table, metaparameterNames));
      continue;
    }
    const parameter = ensureDefined(table[name]);
    const { deprecated, obsolete } = parameter;
    const warn = (code: Diagnostic['code'], message: string, hint?: string) => {
      warnedParameters.add(name);
      compilation.report(
        warning(code, `${container}: ${message}`, { location: container.locationOf(name), hint }),
      );
    };
    if (isAvailable(parameter, release)) {
      give(name, value);
      if (deprecated !== undefined && isReleaseBetween(release, deprecated.since, undefined)) {
        warn('attribute.deprecated', `the parameter '${name}' is deprecated`, deprecated.hint);
      }
      continue;
    }
    const other = findSuccessor(table, parameter, release) ?? findPredecessor(table, name, release);
    if (
      other === undefined &&
      obsolete !== undefined &&
      !isReleaseBetween(release, undefined, parameter.until)
    ) {
      warn(
        'attribute.obsolete',
        `the parameter '${name}' has no effect in ${release} and is ignored`,
        obsolete,
      );
      continue;
    }
    if (other === undefined) {
      const span = parameter.until ? `ended with ${parameter.until}` : `begins with ${parameter.since}`;
      report(
        problem(
          'attribute.release',
          `${container}: the parameter '${name}' ${span}; this node is ${release}`,
          {
            location: container.locationOf(name),
            hint: 'leave it out, or set openstack_release to the release that you mean',
          },
        ),
      );
      continue;
    }
    warn('attribute.renamed', `in ${release} the parameter '${name}' is called '${other.name}'`);
    const translated = other.translate ? other.translate(value) : value;
    const called = other.name.includes('::') ? name : other.name;
    // The other parameter may be given before or after this one, and may be translated itself.
    const rival = called === name ? undefined : (declared[called] ?? given[called]);
    if (!isNil(rival) && !isEqual(revealAll(rival), revealAll(translated))) {
      report(
        problem(
          'attribute.both',
          `${container}: '${name}' and '${called}' are the same parameter in two releases`,
          {
            location: container.locationOf(name),
            hint: `their values differ: leave '${name}' out`,
          },
        ),
      );
      continue;
    }
    give(called, translated);
  }
  return given;
}

function isAvailable(parameter: Parameter, release: Release): boolean {
  return isReleaseBetween(release, parameter.since, parameter.until);
}

function findSuccessor(table: AttributeTable, parameter: Parameter, release: Release): Parameter['became'] {
  const next = parameter.became;
  if (next === undefined || isReleaseBetween(release, undefined, parameter.until)) return undefined;
  if (next.name.includes('::')) return next;
  const target = table[next.name];
  return target && isAvailable(target, release) ? next : undefined;
}

/** Finds the older name of a parameter, for a release that does not have the newer one yet. */
function findPredecessor(table: AttributeTable, name: string, release: Release): Parameter['became'] {
  const older = Object.entries(table).find(
    ([, other]) =>
      other.became?.name === name && other.became.translate === undefined && isAvailable(other, release),
  );
  return older && { name: older[0] };
}
