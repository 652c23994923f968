import type { AttributeTable, DesiredOf } from '../catalog/attribute.js';
import type { LogLevel } from '../catalog/metaparameter-table.js';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import type { Facts } from '../data/facts.js';
import { brandClass } from '../errors/brand-class.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { isPermissionDenied } from '../hosts/system-error.js';
import type { Session } from './session.js';

/** The values of properties on the host. `ensure: 'absent'` means that the resource does not exist. */
export type State = Readonly<Record<string, unknown>>;

/**
 * A state that cannot be read: the server is down, the tool is not installed, the user lacks a permission. While a
 * change before the resource is outstanding, a plan assumes `blank` instead; otherwise it is a failure.
 */
export class Unreadable {
  static {
    brandClass(Unreadable, 'unreadable');
  }

  constructor(
    /** Completes the sentence "its state cannot be read: …"; with `found`, it is a sentence of its own. */
    readonly reason: string,
    /** The user of the run lacks the permission to read: a plan reports 'may change', an apply fails. */
    readonly denied = false,
    /** The resource may exist, as in a database server that is down: a plan assumes nothing, and reports 'may change'. */
    readonly unknown = false,
    /** What exists cannot be changed to the desired state: a failure even with `noop`. */
    readonly incompatible = false,
    /** The state that was read nevertheless: see `unmakeable`. */
    readonly found?: State,
  ) {}

  /** Whether the desired state may be reachable from what was `found` nevertheless. */
  get isUncertain(): boolean {
    return this.found !== undefined && this.unknown;
  }

  /** Returns the result for something that exists and cannot be changed to the desired state; see `misfit`. */
  static incompatible(reason: string): Unreadable {
    return new Unreadable(reason, false, true, true);
  }

  /**
   * Returns the result for a state that was read, if the desired state cannot be reached because something else is
   * missing: a plan reports the error of an apply, or 'may change' while an outstanding change may provide it.
   * @param reason The error of the change.
   */
  static blocked(reason: string, found: State): Unreadable {
    return new Unreadable(reason, false, false, false, found);
  }

  /**
   * Returns the result for a state that was read, if only the change can find out whether the desired state can be
   * reached: a plan reports 'may change'.
   * @param reason Why the change may fail.
   */
  static uncertain(reason: string, found: State): Unreadable {
    return new Unreadable(reason, false, true, false, found);
  }

  /** Returns the result for an error; `denied` if the system refused this user the permission. */
  static because(error: unknown): Unreadable {
    return new Unreadable(messageOf(error), isPermissionDenied(error));
  }
}

/** One resource as its provider sees it. */
export interface Subject<A extends AttributeTable = AttributeTable> {
  /** `Service[glance-api]`, for messages. */
  readonly reference: string;
  readonly title: string;
  /** The name on the host. */
  readonly name: string;
  /** The desired state, validated. Values of secret attributes are `Secret`s: reveal them at the moment of use. */
  readonly desired: DesiredOf<A>;
  /** The attributes of `desired` whose values must neither be displayed nor be readable by other users than their owner. */
  readonly secrets: ReadonlySet<string>;
  /** The severity of messages about it. */
  readonly loglevel: LogLevel;
  /** Its tags: its type, the words of its title, and the classes that contain it, among others. */
  readonly tags: ReadonlySet<string>;
}

/** A property whose observed value is not the desired one. */
export interface Difference {
  readonly property: string;
  readonly is: unknown;
  readonly should: unknown;
}

/** How the observed state differs from the desired one. */
export interface Diff {
  /** The observed state. */
  readonly is: State;
  /** In the order of the type's attributes; for a removal, `ensure` alone. */
  readonly differences: readonly Difference[];
  /** Whether a property differs. */
  has(property: string): boolean;
  /** Whether the resource does not exist and must be created, with all its properties. */
  readonly creates: boolean;
  /** Whether the resource exists and must be removed. */
  readonly removes: boolean;
}

/** A file of the host that is managed as a whole by one resource. */
export interface WholeFile {
  readonly path: string;
  /** Whether a link at this path is followed. */
  readonly follow: boolean;
}

/** One change of a batch. */
export interface Change<A extends AttributeTable = AttributeTable> {
  readonly subject: Subject<A>;
  readonly diff: Diff;
}

/**
 * Reads and changes the resources of a native type. The engine does the rest: comparison, noop, logging, timing,
 * redaction, retries, refreshes.
 */
export interface Provider<A extends AttributeTable = AttributeTable> {
  /** Reads the state of all subjects in one call. Returns the states by title; a subject without one is absent. */
  read(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State | Unreadable>>;
  /** Changes one resource to its desired state, or throws. A provider has this method or `changeAll`. */
  change?(session: Session, subject: Subject<A>, diff: Diff): Promise<void>;
  /**
   * Changes many resources in one call. If it throws, each of them is changed alone, so that each error is attributed to
   * its resource: it must be safe to call again for what has been changed already. A `PartialFailure` contains the errors
   * of the resources itself.
   */
  changeAll?(session: Session, changes: readonly Change<A>[]): Promise<void>;
  /**
   * Refreshes a resource because something that it depends on has changed: a restart, an exec. Returns false if there was
   * nothing to do.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a provider that always does something returns nothing.
  refresh?(session: Session, subject: Subject<A>): Promise<void | false>;
  /**
   * Whether a refresh would do something in the observed state; 'perhaps' if only the refresh itself can determine it.
   * @default true
   */
  refreshes?(subject: Subject<A>, is: State): boolean | 'perhaps';
  /** Whether a change has the effect of a refresh: a service that was started, an exec that ran. */
  supersedesRefresh?(diff: Diff, subject: Subject<A>): boolean;
  /**
   * Lists all resources of this type on the host, by title: for `inspect` and for purges. A state contains everything that
   * identifies the resource, parameters included, and the title attribute if the title is not a name.
   */
  list?(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State>>;
  /**
   * Lists what a purge removes, by title, with states as in `list`: the resources that none of the subjects manages.
   * @default everything in `list` whose name and title no resource of the catalog has
   */
  listUnmanaged?(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State>>;

  /**
   * Whether a difference counts as drift; not so for a state that does not last, such as that of a unit that does its work
   * and ends. @default true
   */
  drifts?(subject: Subject<A>, diff: Diff): boolean;

  /** The files that a change rewrites, in whole or in part; links are followed. A plan reports what would prevent it. */
  edits?(subject: Subject<A>): readonly string[];
  /** The file that the subject manages as a whole. Two resources with one file on the host both fail unchanged. */
  isFile?(subject: Subject<A>): WholeFile;

  /**
   * Whether each step notifies others although nothing is changed, such as that of a message.
   * @default false
   */
  readonly signals?: boolean;
  /** Changes with the same key go into one call of `changeAll`. @default all of the provider's */
  batchBy?(subject: Subject<A>): string;
  /**
   * The number of calls of this provider that may run concurrently, or a function of the host's facts; of the waiting
   * calls, those with the longest chain of resources behind them run first. @default 8
   */
  readonly concurrency?: number | ((facts: Facts) => number);
  /** The names of locks held while a subject is changed: changes with the same lock run one after the other. */
  locks?(subject: Subject<A>): readonly string[];
  /**
   * Whether to wait until no other step can begin, so that everything that is ready is changed in one call: package
   * transactions. @default false
   */
  readonly waitsForAll?: boolean;
  /**
   * Whether the state may be prefetched at the start of the run; not so if that is expensive, or must be done in the
   * step, such as the conditions of an exec. @default true
   */
  readonly prefetchable?: boolean;
  /**
   * Whether a change can alter later resources in ways that the catalog does not declare (a package installs files, an
   * exec does anything): a plan reports them as 'may change'. @default false
   */
  disturbs?(subject: Subject<A>, diff: Diff | undefined): boolean;
  /** Whether the state is independent of the host, so that no earlier change can alter it. @default false */
  undisturbed?(subject: Subject<A>): boolean;
  /**
   * The state that a plan assumes if it cannot be read while a change before it is outstanding; undefined if nothing can
   * be assumed. @default absent
   */
  blank?(subject: Subject<A>): State | undefined;
}

/** The providers of a type, and the choice among them. */
export interface ProviderChoice<A extends AttributeTable = AttributeTable> {
  readonly providers: Readonly<Record<string, Provider<A>>>;
  /** Returns the name of the provider of a resource. */
  choose(facts: Facts, desired: DesiredOf<A>): string;
}

/** The key of a definition's providers, the same in all copies of the library. */
const providersKey = Symbol.for('glance-apply.providers');

/**
 * Registers the provider of a native type, or several to choose from. Called once per type, beside its definition.
 * @throws if the type has providers already: one of the two calls would have no effect.
 */
export function provide<A extends AttributeTable>(
  type: { readonly definition: NativeTypeDefinition<A> },
  provider: Provider<A> | ProviderChoice<A>,
): void {
  const { definition } = type;
  if (providersKey in definition)
    throw new Error(`the type ${definition.name} has providers already: call provide once per type`);
  const choice =
    'providers' in provider ? provider : { providers: { default: provider }, choose: () => 'default' };
  // The engine passes every provider subjects of its own type, which the compiler cannot follow through a map.
  Object.defineProperty(definition, providersKey, { value: choice });
}

/** Returns the providers of a type; undefined if `provide` was not called for it. */
export function providersOf(definition: NativeTypeDefinition): ProviderChoice | undefined {
  return providersKey in definition ? (definition[providersKey] as ProviderChoice) : undefined;
}
