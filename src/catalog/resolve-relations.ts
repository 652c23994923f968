import { keysOf } from '../data/keys-of.js';
import { problem } from '../errors/diagnostic.js';
import { didYouMean } from '../errors/nearest.js';
import type { SourceLocation } from '../errors/source-location.js';
import { Collector } from './collector.js';
import type { FinalResources } from './final-resources.js';
import { relationships } from './metaparameter-table.js';
import type { Target, Targets } from './metaparameters.js';
import { Reference } from './reference.js';
import type { Relation, RelationOrigin } from './relation.js';
import type { RemoteRelation } from './remote-relation.js';
import { RemoteTarget } from './remote-target.js';
import { Resource } from './resource.js';

/** Resolves all relationships and chains of a compilation, and reports errors to the compilation. */
export function resolveRelations(final: FinalResources, byAlias: ReadonlyMap<string, Resource>): Relation[] {
  const relations: Relation[] = [];
  const { compilation } = final;

  /** Returns the resources of this host that a target names. Whatever is on another host goes to `elsewhere`. */
  const resolve = (target: Target, relation: UnresolvedRelation): Iterable<Resource> => {
    const { owner, location, elsewhere } = relation;
    if (target instanceof RemoteTarget) {
      return target.ends.flatMap((end) => {
        if (end.host === compilation.hostName) return [...resolve(end.target, relation)];
        elsewhere(end);
        return [];
      });
    }
    if (target instanceof Collector) {
      if (target.isOf(compilation.seal)) return final.foundBy(target);
      elsewhere(target);
      return [];
    }
    if (Resource.is(target) && !compilation.owns(target)) {
      elsewhere(target);
      return [];
    }
    const reference = Resource.is(target)
      ? target.reference
      : Reference.is(target)
        ? target
        : Reference.parse(String(target));
    const found =
      reference && (compilation.find(reference.type, reference.title) ?? byAlias.get(reference.key));
    if (found !== undefined && final.isReal(found)) return [found];
    if (reference === undefined) {
      const message = `${owner} names '${String(target)}', which is not a reference of the form Type[title]`;
      compilation.report(problem('relation.form', message, { location: location() }));
    } else if (found !== undefined) {
      const hint = 'realize it, or collect it';
      compilation.report(
        problem('relation.virtual', `${owner} names ${reference}, which is virtual`, {
          location: location(),
          hint,
        }),
      );
    } else {
      const titles = compilation.resources
        .filter((one) => one.type === reference.type)
        .map((one) => one.title);
      compilation.report(
        problem('relation.dangling', `${owner} names ${reference}, which nothing declares`, {
          location: location(),
          hint: didYouMean(reference.title, titles),
        }),
      );
    }
    return [];
  };
  const resolveAll = (targets: Targets, relation: UnresolvedRelation): Resource[] =>
    (Array.isArray(targets) ? targets.flat(2) : [targets]).flatMap((one: Target) => [
      ...resolve(one, relation),
    ]);
  const refuseElsewhere = (
    { owner, location }: Pick<UnresolvedRelation, 'owner' | 'location'>,
    hint: string,
  ) =>
    compilation.report(
      problem('relation.elsewhere', `${owner} names what is declared on another host`, {
        location: location(),
        hint,
      }),
    );

  for (const resource of compilation.resources) {
    if (!final.isReal(resource)) continue;
    const attributes = final.attributes(resource);
    for (const name of keysOf(relationships)) {
      const targets = attributes[name] as Targets | undefined;
      if (targets === undefined || targets === null) continue;
      const { forward, refresh } = relationships[name];
      const named = { owner: `${resource}: ${name}`, location: () => resource.location };
      const elsewhere = (target: RemoteRelation['target']) => {
        if (compilation.hostName === undefined)
          refuseElsewhere(named, 'only the hosts of one fleet know each other');
        else compilation.remoteRelations.push({ owner: resource, relationship: name, target });
      };
      for (const other of resolveAll(targets, { ...named, elsewhere })) {
        const [source, target] = forward ? [resource, other] : [other, resource];
        relations.push(new DeclaredRelation(source, target, refresh, name, resource));
      }
    }
  }

  for (const chain of compilation.chains) {
    const named = { owner: 'a chain', location: () => chain.position.location };
    const elsewhere = () =>
      refuseElsewhere(named, 'use before, require, notify or subscribe of a resource instead of the chain');
    let from = resolveAll(chain.start, { ...named, elsewhere });
    for (const { to, refresh } of chain.links) {
      const next = resolveAll(to, { ...named, elsewhere });
      for (const source of from) {
        for (const target of next) {
          if (source !== target)
            relations.push(new DeclaredRelation(source, target, refresh, 'chain', chain.position));
        }
      }
      // If a collector found nothing, the arrow to its right replaces both.
      if (next.length > 0) from = next;
    }
  }
  return relations;
}

/** A relation whose targets are not known yet. */
interface UnresolvedRelation {
  /** What names the targets, for messages. */
  readonly owner: string;
  readonly location: () => SourceLocation | undefined;
  /** Called for each target on another host. */
  readonly elsewhere: (target: RemoteRelation['target']) => void;
}

/** A declared relation. Catalogs have thousands of them, and few of their locations are ever needed. */
class DeclaredRelation implements Relation {
  readonly #owner: { readonly location: SourceLocation | undefined };

  constructor(
    readonly source: Resource,
    readonly target: Resource,
    readonly refresh: boolean,
    readonly origin: RelationOrigin,
    owner: { readonly location: SourceLocation | undefined },
  ) {
    this.#owner = owner;
  }

  get location(): SourceLocation | undefined {
    return this.#owner.location;
  }
}
