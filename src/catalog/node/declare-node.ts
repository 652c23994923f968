import { type Diagnostic, problem } from '../../errors/diagnostic.js';
import { didYouMean } from '../../errors/nearest.js';
import { compilerOf } from '../container.js';
import { Position } from '../position.js';
import { unwrapSensitive } from '../puppet-format/sensitive.js';
import { normalizeName } from '../reference.js';
import type { Scope } from '../scope.js';
import type { Vocabulary } from '../vocabulary.js';
import type { LocatedMember } from './located-value.js';
import { readHash } from './read-hash.js';

/** Declares what a node file names in a scope, and reports errors to its compilation. */
export function declareNode(
  site: Scope,
  vocabulary: Vocabulary,
  classes: LocatedMember | undefined,
  resources: LocatedMember | undefined,
): void {
  const problems: Diagnostic[] = [];
  for (const member of namedClasses(classes, problems)) declareClass(site, vocabulary, member, problems);
  for (const type of members(resources, 'resources', problems))
    declareResources(site, vocabulary, type, problems);
  for (const one of problems) compilerOf(site).compilation.report(one);
}

/** Returns the classes with their parameters. The file may list only names if no class has any parameters. */
function namedClasses(classes: LocatedMember | undefined, problems: Diagnostic[]): readonly LocatedMember[] {
  if (classes?.value.items === undefined) return members(classes, 'classes', problems);
  const nothing = { value: null, location: undefined, members: undefined, items: undefined };
  return classes.value.items.map(({ value, location }) => ({ key: String(value), location, value: nothing }));
}

function members(
  member: LocatedMember | undefined,
  what: string,
  problems: Diagnostic[],
): readonly LocatedMember[] {
  return member === undefined ? [] : (readHash(member.value, what, problems, member.location) ?? []);
}

function declareClass(
  site: Scope,
  { classes }: Vocabulary,
  member: LocatedMember,
  problems: Diagnostic[],
): void {
  const name = normalizeName(member.key);
  const type = classes.get(name);
  if (type === undefined) {
    const hint = didYouMean(name, classes.keys());
    problems.push(
      problem('class.unknown', `the class '${name}' does not exist`, { location: member.location, hint }),
    );
    return;
  }
  const parameters = readHash(member.value, `the parameters of ${name}`, problems, member.location);
  if (parameters !== undefined) new type(site, toAttributes(parameters), position(member, parameters));
}

function declareResources(
  site: Scope,
  vocabulary: Vocabulary,
  member: LocatedMember,
  problems: Diagnostic[],
): void {
  const name = normalizeName(member.key);
  const type = vocabulary.types.get(name) ?? vocabulary.definedTypes.get(name);
  if (type === undefined) {
    const known = [...vocabulary.types.keys(), ...vocabulary.definedTypes.keys()];
    const hint = vocabulary.classes.has(name)
      ? 'this is a class: name it under classes'
      : didYouMean(name, known);
    problems.push(
      problem('type.unknown', `the type '${name}' does not exist`, { location: member.location, hint }),
    );
    return;
  }
  for (const resource of members(member, `the resources of type ${name}`, problems)) {
    const what = `the attributes of ${name} '${resource.key}'`;
    const attributes = readHash(resource.value, what, problems, resource.location);
    if (attributes !== undefined)
      new type(site, resource.key, toAttributes(attributes), position(resource, attributes));
  }
}

function toAttributes(attributes: readonly LocatedMember[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, unwrapSensitive(value.value)]));
}

function position(member: LocatedMember, attributes: readonly LocatedMember[]): Position {
  const locations = attributes.flatMap(({ key, location }) =>
    location === undefined ? [] : [[key, location] as const],
  );
  return Position.at(member.location, Object.fromEntries(locations));
}
