import type { AttributeTable, WantedOf } from '../catalog/attribute.js';
import type { LogLevel } from '../catalog/metaparameter-table.js';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import type { Facts } from '../data/facts.js';
import { brandClass } from '../errors/brand-class.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { isPermissionDenied } from '../hosts/system-error.js';
import type { Session } from './session.js';

/** Values of properties as they are on the host. `ensure: 'absent'` says that the thing is not there. */
export type State = Readonly<Record<string, unknown>>;

/**
 * The state cannot be read, for now or at all: the server is down, the tool is not installed, the user may not.
 * While something before the resource is still to change, a plan then assumes `blank`; else it is a failure.
 */
export class Unreadable {
  static {
    brandClass(Unreadable, 'unreadable');
  }

  constructor(
    /** Completes the sentence "its state cannot be read: …"; of what was `found`, it stands alone. */
    readonly reason: string,
    /** The user that runs this lacks the right to look: a plan says 'may change', an apply fails. */
    readonly denied = false,
    /** The thing may well be there: a plan assumes nothing of it, and says 'may change'. A server with data that is down. */
    readonly unknown = false,
    /** What is there was seen, and cannot be made what is wanted: a failure even where nothing is to be changed. */
    readonly misfit = false,
    /** The state that was read all the same: see `unmakeable`. */
    readonly found?: State,
  ) {}

  /** Whether what is wanted may be made of what was `found` all the same. */
  get isUncertain(): boolean {
    return this.found !== undefined && this.unknown;
  }

  /** Of what is there and cannot be made what is wanted; see `misfit`. */
  static misfit(reason: string): Unreadable {
    return new Unreadable(reason, false, true, true);
  }

  /**
   * The state was read, and what is wanted cannot be made of it for want of something else: a plan says what an apply
   * would fail with, and 'may change' while something before the resource may still bring that.
   * @param reason What the change would throw.
   */
  static unmakeable(reason: string, found: State): Unreadable {
    return new Unreadable(reason, false, false, false, found);
  }

  /**
   * The state was read, and only the change can find out whether what is wanted can be made of it: a plan says 'may
   * change'.
   * @param reason Why it may not be.
   */
  static uncertain(reason: string, found: State): Unreadable {
    return new Unreadable(reason, false, true, false, found);
  }

  /** What an error says of a state: `denied` where the system refused this user a look. */
  static because(error: unknown): Unreadable {
    return new Unreadable(messageOf(error), isPermissionDenied(error));
  }
}

/** One resource as its provider sees it. */
export interface Subject<A extends AttributeTable = AttributeTable> {
  /** `Service[glance-api]`, for messages. */
  readonly reference: string;
  readonly title: string;
  /** The name of the thing on the host. */
  readonly name: string;
  /** What the catalog wants of it, checked. What the type calls a secret is a `Secret`: reveal it at the moment of use. */
  readonly wanted: WantedOf<A>;
  /** The attributes of `wanted` whose values must not be shown, nor be readable by others than their owner. */
  readonly secrets: ReadonlySet<string>;
  /** How much it matters what is said of it. */
  readonly loglevel: LogLevel;
  /** Its type, its title's words, and the classes that contain it, among others. */
  readonly tags: ReadonlySet<string>;
}

/** A property that is not as wanted. */
export interface Difference {
  readonly property: string;
  readonly is: unknown;
  readonly should: unknown;
}

/** How the host's state differs from the wanted one. */
export interface Diff {
  /** The state that was read. */
  readonly is: State;
  /** In the order of the type's attributes; of a thing to remove, `ensure` alone. */
  readonly differences: readonly Difference[];
  /** Whether a property differs. */
  has(property: string): boolean;
  /** The thing is not there and must be made, with all its properties. */
  readonly creates: boolean;
  /** The thing is there and must go. */
  readonly removes: boolean;
}

/** A file of the host that is one resource. */
export interface WholeFile {
  readonly path: string;
  /** Whether a link at the end stands for what it leads to. */
  readonly follow: boolean;
}

/** One change of a batch. */
export interface Change<A extends AttributeTable = AttributeTable> {
  readonly subject: Subject<A>;
  readonly diff: Diff;
}

/**
 * How the things of a native type are read and changed. The engine does the rest: comparing, noop, logging,
 * timing, redaction, retries, refreshes.
 */
export interface Provider<A extends AttributeTable = AttributeTable> {
  /** Reads the state of all the subjects in one go, by title. What is left out is absent. */
  read(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State | Unreadable>>;
  /** Changes one thing. Either this or `changeAll` is there. Must leave the thing as wanted, or throw. */
  change?(session: Session, subject: Subject<A>, diff: Diff): Promise<void>;
  /**
   * Changes many things in one call. Where it throws, its members are tried alone, so that each error finds its
   * owner: it must be safe to call again for what is done already. A `PartialFailure` names the owners itself.
   */
  changeAll?(session: Session, changes: readonly Change<A>[]): Promise<void>;
  /**
   * Refreshes a thing because something that it depends on has changed: a restart, an exec. Gives false where
   * there was nothing to do after all.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a provider that always does something returns nothing.
  refresh?(session: Session, subject: Subject<A>): Promise<void | false>;
  /**
   * Whether a refresh would do something, from what was read; 'perhaps' where only the refresh itself can tell.
   * @default true
   */
  refreshes?(subject: Subject<A>, is: State): boolean | 'perhaps';
  /** The change that was just made does what a refresh would do: a service that was started, an exec that ran. */
  supersedesRefresh?(diff: Diff, subject: Subject<A>): boolean;
  /**
   * Everything of this kind that the host has, by title: for `inspect`, and for purging. A state has all that makes the
   * thing which it is, parameters as well, and the title attribute where the title is no name.
   */
  list?(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State>>;
  /**
   * What a purge removes, by title, as `list` gives it: the things that none of the subjects is.
   * @default all of `list` whose names and titles no resource of the catalog has
   */
  strays?(session: Session, subjects: readonly Subject<A>[]): Promise<ReadonlyMap<string, State>>;

  /**
   * Whether a difference would say that somebody changed the host since the last run; not so of what never stays as it is
   * wanted, such as a unit that does its work and ends. @default true
   */
  drifts?(subject: Subject<A>, diff: Diff): boolean;

  /** The files that a change rewrites, wholly or in part; links are followed. A plan tells what stands in the way. */
  edits?(subject: Subject<A>): readonly string[];
  /** The file that the subject is as a whole. Of two that are one file on the host, both fail before either is changed. */
  isFile?(subject: Subject<A>): WholeFile;

  /**
   * Whether each step refreshes what the resource notifies, although nothing is changed: a message.
   * @default false
   */
  readonly signals?: boolean;
  /** Changes with the same key go into one call of `changeAll`. @default all of the provider's */
  batchBy?(subject: Subject<A>): string;
  /**
   * How many of this provider's calls may run at once, or how many on a host with these facts; of those that are ready,
   * those that most waits for go first. @default 8
   */
  readonly concurrency?: number | ((facts: Facts) => number);
  /** Names of locks held while a subject is changed; those of one name run one after the other. */
  locks?(subject: Subject<A>): readonly string[];
  /**
   * Starts when nothing else can go on, so that everything that is ready goes into one call: package
   * transactions. @default false
   */
  readonly waitsForAll?: boolean;
  /**
   * The state may be read at the start of the run, as long as nothing has changed since. Not so for what is
   * expensive or has to be read in its step, such as an exec's conditions. @default true
   */
  readonly readsAhead?: boolean;
  /**
   * A change of this kind can alter other things behind the catalog's back (a package brings files, an exec
   * anything): in a plan, what comes after it is only known as 'may change'. @default false
   */
  disturbs?(subject: Subject<A>, diff: Diff | undefined): boolean;
  /** The state depends on nothing on the host: no earlier change can disturb it. @default false */
  undisturbed?(subject: Subject<A>): boolean;
  /**
   * The state that a plan assumes where it cannot be read yet and something before it is still to change;
   * undefined where even that is unknown. @default absent
   */
  blank?(subject: Subject<A>): State | undefined;
}

/** Several providers of one type, and how a resource gets one of them. */
export interface ProviderChoice<A extends AttributeTable = AttributeTable> {
  readonly providers: Readonly<Record<string, Provider<A>>>;
  /** The name of a resource's provider. */
  choose(facts: Facts, wanted: WantedOf<A>): string;
}

/** Where a definition keeps its providers, so that any copy of the library finds them. */
const provided = Symbol.for('glance-apply.providers');

/**
 * Gives a native type its provider, or several to choose from. Called once for a type, beside its definition.
 * @throws where the type has its providers already: one of the two calls would be for nothing.
 */
export function provide<A extends AttributeTable>(
  type: { readonly definition: NativeTypeDefinition<A> },
  provider: Provider<A> | ProviderChoice<A>,
): void {
  const { definition } = type;
  if (provided in definition)
    throw new Error(`the type ${definition.name} has its providers already: call provide once for each type`);
  const choice =
    'providers' in provider ? provider : { providers: { default: provider }, choose: () => 'default' };
  // The engine hands every provider subjects of its own type, which the compiler cannot follow through a map.
  Object.defineProperty(definition, provided, { value: choice });
}

/** The providers of a type; undefined where `provide` was never called for it. */
export function providersOf(definition: NativeTypeDefinition): ProviderChoice | undefined {
  return provided in definition ? (definition[provided] as ProviderChoice) : undefined;
}
