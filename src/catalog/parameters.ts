import { livesIn, type Release } from '../data/releases.js';
import { problem, warning } from '../errors/diagnostic.js';
import { isTainted, Secret } from '../secrets/secret.js';
import type { Attribute, AttributeTable, DefaultContext } from './attribute.js';
import { checkValue, unknownAttribute } from './attribute-values.js';
import type { Container } from './container.js';
import type { ContainerDefinition } from './container-definition.js';
import { metaparameterNames } from './metaparameters.js';

type Parameter = Attribute<unknown, unknown>;

/**
 * The parameters of a class or defined type: what was given, else data (for classes), else the default.
 * Parameters of another release are translated where their meaning is known. Complaints go to the compilation;
 * the container then counts as declared, so that its body never runs with values that nobody meant.
 */
export function resolveParameters(container: Container, definition: ContainerDefinition): Record<string, unknown> {
  const { compilation } = container;
  const table = definition.attributes;
  const resolved: Record<string, unknown> = {};
  const complain = (diagnostic: Parameters<typeof compilation.report>[0]) => {
    compilation.report(diagnostic);
    container.state = 'declared';
  };

  const given = translate(container, table, complain);
  const context: DefaultContext = { facts: compilation.facts, release: compilation.release };
  for (const [name, parameter] of Object.entries(table)) {
    if (!livesIn(compilation.release, parameter.since as Release, parameter.until as Release)) continue;
    let value = given[name];
    if (value === undefined && container.type === 'class') value = compilation.data(`${definition.name}::${name}`);
    if (value === undefined) {
      resolved[name] = defaultOf(parameter, context);
      if (resolved[name] === undefined && parameter.required) {
        complain(
          problem('attribute.missing', `${container} needs a value for the parameter '${name}'`, {
            place: container.place,
            hint: parameter.doc,
          }),
        );
      }
      continue;
    }
    const checked = checkValue(container, name, parameter, value);
    if ('problem' in checked) complain(checked.problem);
    else resolved[name] = isTainted(value) || parameter.value.secret ? new Secret(checked.value) : checked.value;
  }
  return resolved;
}

function defaultOf(parameter: Parameter, context: DefaultContext): unknown {
  return typeof parameter.default === 'function' ? parameter.default(context) : parameter.default;
}

/** The given parameters under the names that they have in the release that is compiled for. */
function translate(
  container: Container,
  table: AttributeTable,
  complain: (diagnostic: ReturnType<typeof problem>) => void,
): Record<string, unknown> {
  const { release } = container.compilation;
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(container.given)) {
    if (metaparameterNames.has(name) || value === undefined) continue;
    if (!Object.hasOwn(table, name)) {
      complain(unknownAttribute(container, name, table, metaparameterNames));
      continue;
    }
    const parameter = table[name] as Parameter;
    if (livesIn(release, parameter.since as Release, parameter.until as Release)) {
      given[name] = value;
      continue;
    }
    const other = successor(table, parameter, release) ?? predecessor(table, name, release);
    if (other === undefined) {
      const span = parameter.until ? `ended with ${parameter.until}` : `begins with ${parameter.since}`;
      complain(
        problem('attribute.release', `${container}: the parameter '${name}' ${span}; this node is ${release}`, {
          place: container.placeOf(name),
          hint: 'leave it out, or set openstack_release to the release that you mean',
        }),
      );
      continue;
    }
    container.compilation.report(
      warning('attribute.renamed', `${container}: in ${release} the parameter '${name}' is called '${other.name}'`, {
        place: container.placeOf(name),
      }),
    );
    given[other.name] ??= other.translate ? other.translate(value) : value;
  }
  return given;
}

function successor(table: AttributeTable, parameter: Parameter, release: Release): Parameter['became'] {
  const next = parameter.became;
  const target = next && table[next.name];
  return target && livesIn(release, target.since as Release, target.until as Release) ? next : undefined;
}

/** The older name of a parameter, for a release that does not have the newer one yet. */
function predecessor(table: AttributeTable, name: string, release: Release): Parameter['became'] {
  const older = Object.entries(table).find(
    ([, other]) =>
      other.became?.name === name &&
      other.became.translate === undefined &&
      livesIn(release, other.since as Release, other.until as Release),
  );
  return older && { name: older[0] };
}
