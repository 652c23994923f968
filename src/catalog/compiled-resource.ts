import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import type { SourceLocation } from '../errors/source-location.js';
import { isTainted, Secret } from '../secrets/secret.js';
import type { AttributeTable } from './attribute.js';
import { buildProvenance } from './build-provenance.js';
import type { CatalogResource } from './catalog.js';
import { checkValue, inapplicableAttribute, unknownAttribute } from './check-value.js';
import type { InheritedMetaparameters } from './effective-metaparameters.js';
import type { FinalResources } from './final-resources.js';
import { type LogLevel, metaparameterNames, type Retry, relationships } from './metaparameter-table.js';
import { NativeResource } from './native-type.js';
import type { NativeTypeDefinition } from './native-type-definition.js';
import type { Provenance } from './provenance.js';
import type { Resource } from './resource.js';
import { concealAs, withSecrets } from './secret-attributes.js';

type Values = Readonly<Record<string, unknown>>;

const oneTry: Required<Retry> = { tries: 1, delay: 1 };
const nothing: ReadonlySet<string> = new Set();

/** What is known about a resource besides its declaration. */
interface CompileContext {
  /** Its index in the catalog. */
  readonly index: number;
  readonly containers: readonly number[];
  readonly declaredIn: number | undefined;
  readonly final: FinalResources;
  readonly passedOn: InheritedMetaparameters;
}

/** A resource of the catalog, built from what a manifest declared and collectors changed. */
export class CompiledResource implements CatalogResource {
  readonly type: string;
  readonly title: string;
  readonly reference: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly definition: NativeTypeDefinition | undefined;
  readonly desired: Readonly<Record<string, unknown>>;
  readonly secrets: ReadonlySet<string>;
  readonly name: string;
  readonly index: number;
  readonly containers: readonly number[];
  readonly declaredIn: number | undefined;
  readonly noop: boolean | undefined;
  readonly loglevel: LogLevel;
  readonly schedule: string | undefined;
  readonly retry: Required<Retry>;
  readonly #source: Resource;
  readonly #final: FinalResources;

  constructor(source: Resource, { index, containers, declaredIn, final, passedOn }: CompileContext) {
    this.index = index;
    this.containers = containers;
    this.declaredIn = declaredIn;
    this.#source = source;
    this.#final = final;
    this.type = source.type;
    this.title = source.title;
    this.reference = source.toString();
    const attributes = final.attributes(source);
    this.parameters = withoutRelationships(attributes);
    this.definition = source instanceof NativeResource ? source.definition : undefined;
    this.noop = passedOn.noop;
    this.retry = toRetry(passedOn.retry);
    this.loglevel = passedOn.loglevel ?? 'notice';
    this.schedule = passedOn.schedule;
    this.parameters = { ...passedOn, ...this.parameters };
    if (this.definition === undefined) {
      const state = final.compilation.containerState(source);
      this.parameters = { ...this.parameters, ...state?.parameters };
      this.desired = {};
      this.secrets = nothing;
      this.name = source.title;
    } else {
      const { desired, secrets } = resolveAttributes(source, this.definition, attributes, final);
      const concealed = (values: Values) =>
        secrets.size === 0 ? values : withSecrets(values, secrets, attributes);
      this.desired = concealed(desired);
      this.parameters = concealed(this.parameters);
      this.secrets = secrets;
      const { nameOf, titleAttribute } = this.definition;
      this.name = nameOf?.(desired) ?? String(desired[titleAttribute] ?? source.title);
    }
  }

  get location(): SourceLocation | undefined {
    return this.#source.location;
  }

  get provenance(): Provenance {
    return buildProvenance(this.#source, this.#final);
  }

  get tags(): ReadonlySet<string> {
    return this.#final.tags(this.#source);
  }
}

function withoutRelationships(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name in attributes) {
    if (
      !(name in relationships) &&
      name !== 'virtual' &&
      name !== 'exported' &&
      attributes[name] !== undefined
    )
      kept[name] = attributes[name];
  }
  return kept;
}

function toRetry(given: number | Retry | undefined): Required<Retry> {
  if (given === undefined) return oneTry;
  return typeof given === 'number' ? { ...oneTry, tries: given } : { ...oneTry, ...given };
}

/** Returns the attributes of a native resource as providers receive them, and reports errors to the compilation. */
function resolveAttributes(
  source: Resource,
  definition: NativeTypeDefinition,
  attributes: Readonly<Record<string, unknown>>,
  final: FinalResources,
): { desired: Values; secrets: ReadonlySet<string> } {
  const { compilation } = final;
  const table = definition.attributes;
  const checking = new AttributeChecker(source, table, final);
  const { values } = checking;
  const titled = definition.parseTitle?.(source.title) ?? { [definition.titleAttribute]: source.title };
  if (typeof titled === 'string') {
    compilation.report(problem('title.form', `${source}: ${titled}`, { location: source.location }));
    return { desired: values, secrets: nothing };
  }

  // A title need not have the form of a name if the name is given separately.
  for (const name in titled)
    if (attributes[name] === undefined || attributes[name] === null) checking.set(name, titled[name]);
  for (const name in attributes) {
    const given = attributes[name];
    // Puppet's undef, and null in a catalog, mean that no value is given.
    if (given === undefined || given === null || metaparameterNames.has(name)) continue;
    if (Object.hasOwn(table, name)) checking.set(name, given);
    else {
      const system = definition.elsewhere?.[name];
      checking.report(
        name,
        system === undefined
          ? unknownAttribute(source, name, table, metaparameterNames)
          : inapplicableAttribute(source, name, system),
      );
    }
  }
  checking.applyDefaults();
  // The functions of a type may rely on the values of its attributes: they are never called with missing or invalid
  // ones.
  if (!checking.isValid) return { desired: values, secrets: checking.secrets };

  const desired = definition.normalize?.(values) ?? values;
  for (const message of definition.validate?.(desired) ?? []) {
    compilation.report(
      problem('attribute.contradiction', `${source}: ${message}`, { location: source.location }),
    );
  }
  for (const name of definition.secrets?.(desired) ?? []) checking.markSecret(name);
  return { desired, secrets: checking.secrets };
}

/** Checks the attributes of one resource. A class, because one closure per resource would be expensive. */
class AttributeChecker {
  readonly values: Record<string, unknown> = {};
  isValid = true;
  #secrets: Set<string> | undefined;

  constructor(
    private readonly owner: Resource,
    private readonly table: AttributeTable,
    private readonly final: FinalResources,
  ) {}

  get secrets(): ReadonlySet<string> {
    return this.#secrets ?? nothing;
  }

  markSecret(name: string): void {
    this.#secrets ??= new Set();
    this.#secrets.add(name);
  }

  report(attribute: string, diagnostic: Diagnostic): void {
    this.isValid = false;
    // An overridden value is set by the collector, not where the resource is declared.
    const location = this.final.overriderOf(this.owner, attribute)?.position.location ?? diagnostic.location;
    this.final.compilation.report({ ...diagnostic, location });
  }

  set(name: string, given: unknown): void {
    const attribute = this.table[name];
    if (attribute === undefined) return;
    const checked = checkValue(this.owner, name, attribute, given, 'line');
    if ('problem' in checked) this.report(name, checked.problem);
    else this.values[name] = checked.value;
    if (!isTainted(given) && !attribute.value.secret) return;
    this.markSecret(name);
    if ('value' in checked && attribute.value.keepsSecret)
      this.values[name] = concealAs(checked.value, given);
  }

  applyDefaults(): void {
    const { owner, table, values } = this;
    const { facts, release } = this.final.compilation;
    for (const name in table) {
      if (values[name] !== undefined) continue;
      const attribute = ensureDefined(table[name]);
      const { default: fallback, required } = attribute;
      if (fallback !== undefined) {
        const value: unknown = typeof fallback === 'function' ? fallback({ facts, release }) : fallback;
        // A default in the published code of a type is not a secret.
        const conceals = attribute.value.secret && attribute.value.keepsSecret;
        values[name] = conceals ? new Secret(value, []) : value;
      } else if (required) {
        this.report(
          name,
          problem('attribute.missing', `${owner} needs a value for '${name}'`, { location: owner.location }),
        );
      }
    }
  }
}
