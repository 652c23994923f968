import { type Diagnostic, problem } from '../errors/diagnostic.js';
import type { Place } from '../errors/place.js';
import { isTainted } from '../secrets/secret.js';
import { checkValue, unknownAttribute } from './attribute-values.js';
import type { CatalogResource } from './catalog.js';
import type { FinalResources } from './final-resources.js';
import { metaparameterNames, type Retry, relationships } from './metaparameters.js';
import { NativeResource, type NativeTypeDefinition } from './native-type.js';
import type { Resource } from './resource.js';

const oneTry: Required<Retry> = { tries: 1, delay: 1 };
const nothing: ReadonlySet<string> = new Set();

/** A resource of the catalog, made of what a manifest declared and collectors changed. */
export class CompiledResource implements CatalogResource {
  readonly type: string;
  readonly title: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly definition: NativeTypeDefinition | undefined;
  readonly wanted: Readonly<Record<string, unknown>>;
  readonly secrets: ReadonlySet<string>;
  readonly name: string;
  readonly noop: boolean | undefined;
  readonly retry: Required<Retry>;
  readonly #source: Resource;
  readonly #final: FinalResources;

  constructor(
    source: Resource,
    readonly index: number,
    readonly containers: readonly number[],
    final: FinalResources,
  ) {
    this.#source = source;
    this.#final = final;
    this.type = source.type;
    this.title = source.title;
    const attributes = final.attributes(source);
    this.parameters = withoutRelationships(attributes);
    this.definition = source instanceof NativeResource ? source.definition : undefined;
    this.noop = attributes.noop === undefined ? undefined : attributes.noop === true;
    this.retry = retryOf(attributes.retry);
    if (this.definition === undefined) {
      this.parameters = { ...this.parameters, ...(source as { parameters?: object }).parameters };
      this.wanted = {};
      this.secrets = nothing;
      this.name = source.title;
    } else {
      const { wanted, secrets } = want(source, this.definition, attributes, final);
      this.wanted = wanted;
      this.secrets = secrets;
      const { nameOf, titleAttribute } = this.definition;
      this.name = nameOf?.(wanted as never) ?? String(wanted[titleAttribute] ?? source.title);
    }
  }

  get reference(): string {
    return this.#source.toString();
  }

  get place(): Place | undefined {
    return this.#source.place;
  }

  get tags(): ReadonlySet<string> {
    return this.#final.tags(this.#source);
  }
}

function withoutRelationships(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name in attributes) {
    if (!(name in relationships) && name !== 'virtual' && attributes[name] !== undefined)
      kept[name] = attributes[name];
  }
  return kept;
}

function retryOf(given: unknown): Required<Retry> {
  if (given === undefined || given === null) return oneTry;
  return typeof given === 'number' ? { ...oneTry, tries: given } : { ...oneTry, ...(given as Retry) };
}

/** The attributes of a native resource as providers get them; complaints go to the compilation. */
function want(
  source: Resource,
  definition: NativeTypeDefinition,
  attributes: Readonly<Record<string, unknown>>,
  { compilation }: FinalResources,
): { wanted: Readonly<Record<string, unknown>>; secrets: ReadonlySet<string> } {
  const table = definition.attributes;
  const owner = source;
  const values: Record<string, unknown> = {};
  const secrets = new Set<string>();
  const titled = definition.parseTitle?.(source.title) ?? { [definition.titleAttribute]: source.title };
  if (typeof titled === 'string') {
    compilation.report(problem('title.form', `${source}: ${titled}`, { place: source.place }));
    return { wanted: values, secrets };
  }

  let sound = true;
  const complain = (complaint: Diagnostic) => {
    sound = false;
    compilation.report(complaint);
  };
  const set = (name: string, given: unknown) => {
    const attribute = table[name];
    if (attribute === undefined) return;
    const checked = checkValue(owner, name, attribute, given);
    if ('problem' in checked) complain(checked.problem);
    else values[name] = checked.value;
    if (isTainted(given) || attribute.value.secret) secrets.add(name);
  };
  // A title need not have the form of a name where the name is given beside it.
  for (const name in titled)
    if (attributes[name] === undefined || attributes[name] === null) set(name, titled[name]);
  for (const name in attributes) {
    const given = attributes[name];
    // Puppet's undef, and a catalog's null, are the same as not saying anything.
    if (given === undefined || given === null || metaparameterNames.has(name)) continue;
    if (Object.hasOwn(table, name)) set(name, given);
    else complain(unknownAttribute(owner, name, table, metaparameterNames));
  }
  const context = { facts: compilation.facts, release: compilation.release };
  for (const name in table) {
    if (values[name] !== undefined) continue;
    const { default: fallback, required } = table[name] as (typeof table)[string];
    if (fallback !== undefined) values[name] = typeof fallback === 'function' ? fallback(context) : fallback;
    else if (required) {
      complain(
        problem('attribute.missing', `${source} needs a value for '${name}'`, { place: source.place }),
      );
    }
  }
  // A type may rely on the values of its attributes: it gets to see none that are missing or wrong.
  if (!sound) return { wanted: values, secrets };

  const wanted = (definition.normalize?.(values as never) ?? values) as Readonly<Record<string, unknown>>;
  for (const complaint of definition.validate?.(wanted as never) ?? []) {
    compilation.report(
      problem('attribute.contradiction', `${source}: ${complaint}`, { place: source.place }),
    );
  }
  for (const name of definition.secrets?.(wanted as never) ?? []) secrets.add(name);
  return { wanted, secrets: secrets.size === 0 ? nothing : secrets };
}
