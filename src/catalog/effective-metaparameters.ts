import { type Diagnostic, problem } from '../errors/diagnostic.js';
import type { AttributeTable } from './attribute.js';
import { checkValue } from './check-value.js';
import type { FinalResources } from './final-resources.js';
import { type LogLevel, metaparameters, type Retry } from './metaparameter-table.js';
import type { Resource } from './resource.js';
import { isTag } from './tags.js';

/** The metaparameters that apply to a resource: its own, else those of its containers. */
export interface InheritedMetaparameters {
  readonly noop?: boolean;
  readonly retry?: number | Retry;
  readonly loglevel?: LogLevel;
  readonly schedule?: string;
}

const table: ReadonlyMap<string, AttributeTable[string]> = new Map(Object.entries(metaparameters));
const inheritable: ReadonlySet<string> = new Set(['noop', 'retry', 'loglevel', 'schedule']);
const nothing: InheritedMetaparameters = Object.freeze({});

/**
 * Checks metaparameters, and passes those of classes and defined types on to everything that they contain, as Puppet
 * does. The resource's own metaparameters take precedence.
 */
export class EffectiveMetaparameters {
  readonly #ofContainers = new Map<Resource, InheritedMetaparameters>();

  constructor(private readonly final: FinalResources) {}

  of(resource: Resource): InheritedMetaparameters {
    if (this.final.compilation.containerState(resource) === undefined) return this.#merged(resource);
    const known = this.#ofContainers.get(resource);
    if (known !== undefined) return known;
    // Classes may contain each other in a cycle, which the graph reports.
    this.#ofContainers.set(resource, nothing);
    const found = this.#merged(resource);
    this.#ofContainers.set(resource, found);
    return found;
  }

  #merged(resource: Resource): InheritedMetaparameters {
    const own = this.#own(resource);
    const inherited = this.final.compilation
      .containersOf(resource)
      .filter((container) => this.final.isReal(container))
      .map((container) => this.of(container))
      .filter((one) => one !== nothing);
    const [first, ...others] = inherited;
    if (first === undefined) return own;
    return own === nothing && others.length === 0 ? first : Object.assign({}, ...inherited.reverse(), own);
  }

  /** Returns the metaparameters of the resource itself, and reports errors to the compilation. */
  #own(resource: Resource): InheritedMetaparameters {
    const attributes = this.final.attributes(resource);
    let own: Record<string, unknown> | undefined;
    for (const name in attributes) {
      const given = attributes[name];
      if (given === undefined || given === null) continue;
      if (name === 'audit')
        this.#refuse(resource, name, 'audit.unknown', 'audit is not known here', auditHint);
      if (name === 'stage' && resource.type !== 'class')
        this.#refuse(resource, name, 'stage.class', 'only classes belong to a stage', stageHint);
      if (name === 'tag') this.#refuseTags(resource, given);
      const attribute = table.get(name);
      if (attribute === undefined) continue;
      const checked = checkValue(resource, name, attribute, given);
      if ('problem' in checked) this.final.compilation.report(checked.problem);
      else if (inheritable.has(name)) {
        own ??= {};
        own[name] = checked.value === 'verbose' ? 'info' : checked.value;
      }
    }
    return own ?? nothing;
  }

  /** Refuses strings that cannot be tags: no query would find them. */
  #refuseTags(resource: Resource, given: unknown): void {
    for (const tag of [given].flat()) {
      if (typeof tag === 'string' && !isTag(tag))
        this.#refuse(resource, 'tag', 'tag.form', `'${tag}' cannot be a tag`, tagHint);
    }
  }

  #refuse(resource: Resource, name: string, code: Diagnostic['code'], message: string, hint: string): void {
    const location = this.final.overriderOf(resource, name)?.position.location ?? resource.locationOf(name);
    this.final.compilation.report(problem(code, `${resource}: ${message}`, { location, hint }));
  }
}

const auditHint = 'give the attribute its desired value: a plan then reports when it was changed';
const tagHint = 'tags are made of letters, digits and _ : . -, and begin with a letter, a digit or _';
const stageHint = 'put the resource into a class, and give the class the stage';
