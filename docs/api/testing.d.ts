import { hosts } from './index.js';
import { Facts } from './index.js';
type CommandResult = hosts.CommandResult;
type Command = hosts.Command;
type Host = hosts.Host;
type RunLock = hosts.RunLock;
type LockConflict = hosts.LockConflict;
type HostFiles = hosts.HostFiles;
type FileStatus = hosts.FileStatus;
type RealFile = hosts.RealFile;
type FileStream = hosts.FileStream;
type FileContent = hosts.FileContent;
type Access = hosts.Access;
type RemoveOptions = hosts.RemoveOptions;
type HostNetwork = hosts.HostNetwork;
type HttpRequest = hosts.HttpRequest;
type HttpAnswer = hosts.HttpAnswer;
import { Catalog, CatalogResource } from './index.js';
import { AttributeTable, AttributesOf, TitleAttribute, Attribute } from './index.js';
import { Metaparameters } from './index.js';
import { Reference } from './index.js';
import { Secret } from './index.js';
import { GlanceApplyError } from './index.js';
import { Assertion } from 'chai';
import { RunEvent } from './index.js';
import { Mode, Report, ResourceReport, Outcome } from './index.js';
import { Writable } from './index.js';
import { CompileOptions } from './index.js';
import { Manifest } from './index.js';
import { Fleet } from './index.js';
import { FleetCatalog } from './index.js';
import { Scope } from './index.js';
import { RunOptions } from './index.js';
import { FleetReport, FleetEvent, HostOutcome } from './index.js';
import { FleetRunOptions } from './index.js';
import { SourceLocation } from './index.js';
type FaultKind = 'read' | 'change';
declare class Faults {
  #private;
  add(path: string, code: string, kind: FaultKind): void;
  addReadOnly(path: string): void;
  clear(): void;
  check(path: string, kind: FaultKind): void;
}
declare class SimulatedFiles implements HostFiles {
  #private;
  readonly faults: Faults;
  status(paths: readonly string[]): Promise<(FileStatus | undefined | Error)[]>;
  resolve(paths: readonly string[]): Promise<(RealFile | Error)[]>;
  read(paths: readonly string[]): Promise<(Buffer | undefined | Error)[]>;
  stream(path: string): Promise<FileStream | undefined>;
  list(path: string): Promise<string[] | undefined>;
  write(path: string, content: FileContent, access?: Access): Promise<void>;
  makeDirectory(path: string, access?: Access): Promise<void>;
  link(path: string, target: string): Promise<void>;
  remove(path: string, options?: RemoveOptions): Promise<void>;
  setAccess(path: string, access: Access): Promise<void>;
  append(path: string, content: string): Promise<void>;
  put(path: string, content: Buffer | string, access?: Access): void;
}
type WebServer = (request: HttpRequest) => Partial<HttpAnswer>;
declare class SimulatedNetwork implements HostNetwork {
  #private;
  serve(url: string, server: WebServer): void;
  listen(address: string, port: number): void;
  request(request: HttpRequest): Promise<HttpAnswer>;
  connect(address: string, port: number): Promise<void>;
}
type ProgramAnswer = string | Partial<CommandResult>;
type SimulatedProgram = (command: Command, host: SimulatedHost) => ProgramAnswer | Promise<ProgramAnswer>;
interface SimulatedHostOptions {
  readonly name?: string;
  readonly facts?: Facts;
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly programs?: Readonly<Record<string, SimulatedProgram>>;
}
declare class SimulatedHost implements Host {
  #private;
  readonly name: string;
  readonly files: SimulatedFiles;
  readonly network: SimulatedNetwork;
  readonly commands: Command[];
  loseLock: (reason: string) => void;
  constructor({ name, facts, files, programs }?: SimulatedHostOptions);
  install(name: string, program: SimulatedProgram): void;
  facts(): Promise<Facts>;
  run(command: Command): Promise<CommandResult>;
  lock(owner: string): Promise<RunLock | LockConflict>;
  holder(): Promise<string | undefined>;
  close(): Promise<void>;
}
declare function assertCompiles(catalog: Catalog): void;
declare function assertHasCycle(catalog: Catalog): void;
declare function assertCompilesWithAllDependencies(catalog: Catalog): void;
interface Declarable<A extends AttributeTable = AttributeTable> {
  readonly definition: {
      readonly name: string;
      readonly attributes: A;
  };
}
interface ClassLike<A extends AttributeTable = AttributeTable> extends Declarable<A> {
  ref(): Reference;
}
type AttributeValues<T extends Declarable> = AttributesOf<T['definition']['attributes']> & Pick<Metaparameters, 'tag' | 'noop' | 'alias' | 'retry' | 'schedule' | 'stage' | 'loglevel'>;
type TitleForm<A extends AttributeTable> = {
  [K in keyof A]: A[K] extends TitleAttribute<infer Form> ? Form : never;
}[keyof A];
type TitleOf<T extends Declarable, S extends string> = T extends ClassLike ? never : string extends S ? S : [
  TitleForm<T['definition']['attributes']>
] extends [
  never
] ? S : S extends TitleForm<T['definition']['attributes']> ? S : TitleForm<T['definition']['attributes']>;
interface Mismatch {
  readonly path: string;
  readonly expected: string;
  readonly actual: unknown;
}
declare abstract class Matcher {
  abstract mismatches(actual: unknown, path: string): Mismatch[];
  abstract describe(): string;
  static is(value: unknown): value is Matcher;
}
type Expectation<V> = Matcher | RegExp | ((value: never) => boolean) | (V extends Secret<infer Inner> ? V | Inner : V extends readonly (infer E)[] ? readonly Expectation<E>[] : V extends object ? {
  readonly [K in keyof V]: Expectation<V[K]>;
} : V);
type Expectations<Given> = {
  readonly [K in keyof Given]?: Expectation<Given[K]>;
};
declare class ResourceAssertion<T extends Declarable> {
  #private;
  private readonly catalog;
  constructor(catalog: Catalog, candidates: readonly CatalogResource[]);
  get that(): this;
  get and(): this;
  get which(): this;
  get only(): {
      with: (expected: Expectations<AttributeValues<T>>) => ResourceAssertion<T>;
  };
  with(expected: Expectations<AttributeValues<T>>): this;
  without(names: readonly (keyof AttributeValues<T> & string)[] | (keyof AttributeValues<T> & string)): this;
  requires(reference: Reference): this;
  requires(type: ClassLike): this;
  requires<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  comesBefore(reference: Reference): this;
  comesBefore(type: ClassLike): this;
  comesBefore<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  notifies(reference: Reference): this;
  notifies(type: ClassLike): this;
  notifies<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  subscribesTo(reference: Reference): this;
  subscribesTo(type: ClassLike): this;
  subscribesTo<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
}
declare function assertContains<T extends ClassLike>(catalog: Catalog, type: T): ResourceAssertion<T>;
declare function assertContains<T extends Declarable, const S extends string>(catalog: Catalog, type: T, title?: TitleOf<T, S> & S): ResourceAssertion<T>;
declare function assertLacks<T extends ClassLike>(catalog: Catalog, type: T): void;
declare function assertLacks<T extends Declarable, const S extends string>(catalog: Catalog, type: T, title?: TitleOf<T, S> & S): void;
declare function assertResourceCount(catalog: Catalog, count: number): void;
declare function assertResourceCount(catalog: Catalog, type: Declarable, count: number): void;
declare function assertClassCount(catalog: Catalog, count: number): void;
type Compiling = Promise<unknown> | (() => Promise<unknown> | unknown);
declare function assertRefuses(compiling: Compiling, message?: string | RegExp): Promise<GlanceApplyError>;
type PropertiesOf<A extends AttributeTable> = {
  readonly [K in keyof A as A[K] extends Attribute<unknown, unknown, 'property'> ? K : never]?: A[K] extends Attribute<infer In, unknown> ? Writable<In> | undefined : never;
};
interface ExistingResource {
  readonly definition: Declarable['definition'];
  readonly title: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
declare function existingResource<T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S, properties?: PropertiesOf<T['definition']['attributes']>): ExistingResource;
type InjectedFailure = Reference | {
  readonly refresh: Reference;
} | {
  readonly read: Reference;
};
interface ConvergeOptions {
  readonly state?: readonly ExistingResource[];
  readonly fail?: readonly InjectedFailure[];
  readonly mode?: Mode;
  readonly types?: readonly Declarable[];
}
type RunAgain = (catalog: Catalog, options: ConvergeOptions) => Promise<Convergence>;
declare class Convergence {
  #private;
  readonly catalog: Catalog;
  readonly report: Report;
  readonly events: readonly RunEvent[];
  constructor(catalog: Catalog, report: Report, events: readonly RunEvent[], again: RunAgain);
  get order(): readonly string[];
  get changed(): readonly string[];
  get refreshed(): readonly string[];
  get failed(): readonly string[];
  get skipped(): readonly string[];
  get uncertain(): readonly string[];
  reportOf(reference: string): ResourceReport | undefined;
  outcomeOf(reference: string): Outcome | undefined;
  again(options?: ConvergeOptions): Promise<Convergence>;
  next(catalog: Catalog, options?: ConvergeOptions): Promise<Convergence>;
}
declare function assertChangesNothing(run: Convergence): void;
type RunEffect = 'changed' | 'refreshed' | 'failed' | 'skipped';
declare class EffectAssertion {
  #private;
  private readonly run;
  private readonly deed;
  private readonly reference;
  constructor(run: Convergence, deed: RunEffect, reference: string);
  before(reference: Reference): this;
  before<T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): this;
  after(reference: Reference): this;
  after<T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): this;
}
declare function assertEffect(run: Convergence, deed: RunEffect, reference: Reference): EffectAssertion;
declare function assertEffect<T extends Declarable, const S extends string>(run: Convergence, deed: RunEffect, type: T, title: TitleOf<T, S> & S): EffectAssertion;
declare function assertNoEffect(run: Convergence, deed: RunEffect, target: Reference | Declarable, title?: string): void;
type Word = 'to' | 'be' | 'been' | 'is' | 'that' | 'which' | 'and' | 'has' | 'have' | 'with' | 'at' | 'of' | 'same' | 'but' | 'does' | 'still' | 'also';
type Expecting<Positive, Negative, Negated = false> = Omit<InstanceType<typeof Assertion>, Word | 'not' | 'contain' | 'contains' | 'include' | 'includes' | keyof Positive | keyof Negative> & {
  readonly [W in Word]: Expecting<Positive, Negative, Negated>;
} & {
  readonly not: Expecting<Positive, Negative, true>;
} & (Negated extends true ? Negative : Positive);
interface Contain {
  <T extends ClassLike>(type: T): ResourceAssertion<T>;
  <T extends Declarable, const S extends string>(type: T, title?: TitleOf<T, S> & S): ResourceAssertion<T>;
}
interface Lack {
  <T extends ClassLike>(type: T): void;
  <T extends Declarable, const S extends string>(type: T, title?: TitleOf<T, S> & S): void;
}
interface OfCatalog {
  readonly contain: Contain;
  readonly contains: Contain;
  readonly include: Contain;
  readonly includes: Contain;
  readonly compile: CatalogExpectation;
  allDependencies(): CatalogExpectation;
  resourceCount(count: number): CatalogExpectation;
  resourceCount(type: Declarable, count: number): CatalogExpectation;
  classCount(count: number): CatalogExpectation;
  converge(options?: ConvergeOptions): Promise<Convergence>;
}
interface OfCatalogNegated {
  readonly contain: Lack;
  readonly contains: Lack;
  readonly include: Lack;
  readonly includes: Lack;
  readonly compile: CatalogExpectation;
}
interface Effect {
  (reference: Reference): EffectAssertion;
  <T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): EffectAssertion;
}
interface NoEffect {
  (reference: Reference): void;
  <T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): void;
}
interface OfConvergence {
  readonly changed: Effect;
  readonly refreshed: Effect;
  readonly failed: Effect;
  readonly skipped: Effect;
  changeNothing(): ConvergenceExpectation;
}
interface OfConvergenceNegated {
  readonly changed: NoEffect;
  readonly refreshed: NoEffect;
  readonly failed: NoEffect;
  readonly skipped: NoEffect;
  changeNothing(): ConvergenceExpectation;
}
interface OfCompilation {
  refuse(message?: string | RegExp): Promise<GlanceApplyError>;
}
type CatalogExpectation = Expecting<OfCatalog, OfCatalogNegated>;
type ConvergenceExpectation = Expecting<OfConvergence, OfConvergenceNegated>;
type CompilationExpectation = Expecting<OfCompilation, Record<never, never>>;
type Known<T> = 0 extends 1 & T ? never : T;
declare global {
  namespace Chai {
      interface ExpectStatic {
          <T extends Catalog>(value: T & Known<T>, message?: string): CatalogExpectation;
          <T extends Convergence>(value: T & Known<T>, message?: string): ConvergenceExpectation;
          <T extends Promise<Catalog> | (() => Promise<Catalog>)>(value: T & Known<T>, message?: string): CompilationExpectation;
      }
  }
}
type Method = (this: object, ...args: never[]) => unknown;
interface ChaiLike {
  readonly Assertion: {
      readonly prototype: object;
  };
}
interface UtilitiesLike {
  flag(assertion: object, name: string): unknown;
  addMethod(prototype: object, name: string, method: Method): void;
  addProperty(prototype: object, name: string, getter: (this: object) => unknown): void;
  overwriteChainableMethod(prototype: object, name: string, method: (original: Method) => Method, chaining: (...original: never[]) => Method): void;
}
declare function glanceApply({ Assertion }: ChaiLike, utilities: UtilitiesLike): void;
interface Platform<N extends string = string> {
  readonly name: N;
  readonly facts: Facts;
}
declare const allPlatforms: readonly [
  Platform<"debian-11">,
  Platform<"debian-12">,
  Platform<"debian-13">,
  Platform<"ubuntu-16.04">,
  Platform<"ubuntu-22.04">,
  Platform<"ubuntu-24.04">,
  Platform<"centos-7">,
  Platform<"centos-9">
];
type PlatformName = (typeof allPlatforms)[number]['name'];
declare function platform(name: PlatformName): Platform<PlatformName>;
declare function platforms(...names: readonly PlatformName[]): readonly Platform<PlatformName>[];
type Body = Manifest['body'];
interface NodeOptions extends Omit<CompileOptions, 'data'> {
  readonly platform?: PlatformName | Platform;
  readonly facts?: Facts;
  readonly node?: string;
  readonly data?: CompileOptions['data'] | string | URL;
  readonly pre?: Body;
  readonly post?: Body;
}
interface FleetHostOptions extends Omit<NodeOptions, 'pre' | 'post'> {
  readonly groups?: readonly string[];
  readonly variables?: Readonly<Record<string, unknown>>;
}
interface FleetOptions extends Omit<FleetHostOptions, 'groups' | 'node' | 'variables'> {
  readonly hosts: Readonly<Record<string, FleetHostOptions>>;
}
declare function compile(subject: Manifest | Body, options?: NodeOptions): Promise<Catalog>;
declare function compile(subject: Fleet, options: FleetOptions): Promise<FleetCatalog>;
interface ProviderConformanceOptions extends Omit<RunOptions, 'mode' | 'listener'> {
  readonly disturb: (host: Host) => Promise<void> | void;
}
declare function assertProviderConforms(host: Host, declare: (site: Scope) => void, { disturb, ...options }: ProviderConformanceOptions): Promise<void>;
interface HostCandidate {
  readonly host: Host;
  readonly directory: string;
  readonly uid: number;
  readonly gid: number;
  readonly isRoot: boolean;
  readonly breakConnection?: () => void;
  readonly reconnect?: () => Promise<Host>;
  dispose(): Promise<void>;
}
interface Capabilities {
  readonly programs?: boolean;
}
declare function conformsToHost(name: string, create: () => Promise<HostCandidate>, { programs }?: Capabilities): void;
declare function assertConverges(catalog: Catalog, options?: ConvergeOptions): Promise<Convergence>;
interface FleetConvergeOptions extends Pick<FleetRunOptions, 'mode' | 'limit' | 'forks' | 'serial' | 'maxFailures' | 'deadline' | 'ordering'> {
  readonly state?: Readonly<Record<string, readonly ExistingResource[]>>;
  readonly fail?: Readonly<Record<string, readonly InjectedFailure[]>>;
  readonly unreachable?: readonly string[];
  readonly types?: ConvergeOptions['types'];
}
declare class FleetConvergence {
  #private;
  readonly catalog: FleetCatalog;
  readonly report: FleetReport;
  readonly events: readonly FleetEvent[];
  readonly hosts: ReadonlyMap<string, Convergence>;
  constructor(catalog: FleetCatalog, report: FleetReport, events: readonly FleetEvent[], hosts: ReadonlyMap<string, Convergence>, again: (catalog: FleetCatalog, options: FleetConvergeOptions) => Promise<FleetConvergence>);
  get order(): readonly string[];
  outcomeOf(host: string): HostOutcome | undefined;
  host(name: string): Convergence;
  again(options?: FleetConvergeOptions): Promise<FleetConvergence>;
  next(catalog: FleetCatalog, options?: FleetConvergeOptions): Promise<FleetConvergence>;
}
declare function converge(catalog: Catalog, options?: ConvergeOptions): Promise<Convergence>;
declare function converge(catalog: FleetCatalog, options?: FleetConvergeOptions): Promise<FleetConvergence>;
interface CoverageOptions {
  readonly counts?: (resource: CatalogResource, catalog: Catalog) => boolean;
}
declare class CoverageReport {
  #private;
  readonly declared: ReadonlyMap<string, SourceLocation | undefined>;
  readonly touched: ReadonlySet<string>;
  constructor(declared: ReadonlyMap<string, SourceLocation | undefined>, touched: ReadonlySet<string>);
  get untouched(): readonly string[];
  get percent(): number;
  toString(): string;
}
declare class Coverage {
  #private;
  start({ counts }?: CoverageOptions): void;
  report(): CoverageReport;
  stop(): CoverageReport;
  atLeast(percent: number): CoverageReport;
  recordCatalog(catalog: Catalog): void;
  recordAssertion(resources: readonly CatalogResource[]): void;
}
declare const coverage: Coverage;
declare function like(entries: Readonly<Record<string, unknown>>): Matcher;
declare const Match: {
  readonly anything: () => Matcher;
  readonly absent: () => Matcher;
  readonly like: typeof like;
  readonly arrayWith: (members: readonly unknown[]) => Matcher;
  readonly members: (members: readonly unknown[]) => Matcher;
  readonly every: (expected: unknown) => Matcher;
  readonly not: (expected: unknown) => Matcher;
  readonly oneOf: (...expected: readonly unknown[]) => Matcher;
};
export { Convergence, CoverageReport, FleetConvergence, Match, ResourceAssertion, SimulatedHost, assertChangesNothing, assertClassCount, assertCompiles, assertCompilesWithAllDependencies, assertContains, assertConverges, assertEffect, assertHasCycle, assertLacks, assertNoEffect, assertProviderConforms, assertRefuses, assertResourceCount, compile, conformsToHost, converge, coverage, existingResource, glanceApply, platform, platforms };
export type { Body, Capabilities, ConvergeOptions, CoverageOptions, ExistingResource, Expectation, Expectations, FleetConvergeOptions, FleetHostOptions, FleetOptions, HostCandidate, InjectedFailure, NodeOptions, Platform, PlatformName, ProgramAnswer, ProviderConformanceOptions, RunEffect, SimulatedHostOptions, SimulatedProgram };
