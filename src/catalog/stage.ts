import { problem } from '../errors/diagnostic.js';
import { didYouMean } from '../errors/nearest.js';
import type { Compilation } from './compilation.js';
import { definedType } from './defined-type.js';
import type { FinalResources } from './final-resources.js';
import { Position } from './position.js';
import type { Resource } from './resource.js';
import type { Scope } from './scope.js';

/** The stage that every class belongs to unless it is assigned to another one. */
const MAIN = 'main';

/**
 * A stage of the run: after `new Stage(site, 'setup', { before: Stage.ref('main') })`, classes with `stage: 'setup'`
 * are applied before all others. The stage `main` exists without a declaration.
 */
export class Stage extends definedType(
  'stage',
  {},
  {
    doc: "A part of the run that classes are put into with the metaparameter 'stage'; relations order stages.",
  },
) {}

/** Adds the stage `main`, which all other classes belong to, if the manifest declares stages. */
export function addMainStage(compilation: Compilation, site: Scope): void {
  const stages = compilation.resources.some(({ type }) => type === 'stage');
  if (stages && !compilation.has('stage', MAIN)) new Stage(site, MAIN, {}, Position.at(undefined));
}

/** Returns the stage that a class belongs to, if the manifest declares stages. An unknown name is an error. */
export function stageOf(resource: Resource, final: FinalResources): Resource | undefined {
  const { compilation } = final;
  if (resource.type !== 'class') return undefined;
  const owner = nearestWithStage(resource, final);
  const name = owner === undefined ? MAIN : String(final.attribute(owner, 'stage'));
  const stage = compilation.find('stage', name);
  if (stage === undefined && owner === resource) {
    const titles = compilation.resources.filter(({ type }) => type === 'stage').map(({ title }) => title);
    compilation.report(
      problem('stage.unknown', `${resource} belongs to the stage '${name}', which nothing declares`, {
        location: resource.locationOf('stage'),
        hint: didYouMean(name, titles) ?? `new Stage(site, '${name}', { before: Stage.ref('main') })`,
      }),
    );
  }
  return stage;
}

/** Finds the class itself, or the nearest of those that include it, that has the metaparameter `stage`. */
function nearestWithStage(resource: Resource, final: FinalResources): Resource | undefined {
  for (let one: Resource | undefined = resource; one !== undefined; one = one.parent) {
    if (one.type === 'class' && (final.attribute(one, 'stage') ?? undefined) !== undefined) return one;
  }
  return undefined;
}
