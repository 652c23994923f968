export {
  type Attribute,
  type AttributeOptions,
  type AttributeRole,
  type AttributesOf,
  type AttributeTable,
  type DefaultContext,
  type DesiredOf,
  type DisplayedValues,
  type Insync,
  type ParametersOf,
  parameter,
  property,
  type Show,
  type Successor,
  type TitleAttribute,
  title,
} from './catalog/attribute.js';
export type { Catalog, CatalogResource } from './catalog/catalog.js';
export type { Chain } from './catalog/chain.js';
export { checkData } from './catalog/check-data.js';
export { type ClassResource, type ClassType, classType } from './catalog/class-type.js';
export type { Collector } from './catalog/collector.js';
export type { CompileOptions, Data } from './catalog/compilation.js';
export { compile } from './catalog/compile.js';
export type { ContainerDefinition, ContainerOptions } from './catalog/container-definition.js';
export { type DefinedResource, type DefinedType, definedType } from './catalog/defined-type.js';
export type { Decision, LintContext, LintFinding } from './catalog/lint-finding.js';
export type { LookupOptions } from './catalog/lookup-options.js';
export { type Manifest, manifest } from './catalog/manifest.js';
export type { LogLevel, Retry } from './catalog/metaparameter-table.js';
export type { LocalTarget, LocalTargets, Metaparameters, Target, Targets } from './catalog/metaparameters.js';
export { type NativeResource, type NativeType, nativeType } from './catalog/native-type.js';
export type {
  AutoRelations,
  CatalogView,
  NativeTypeDefinition,
  NativeTypeOptions,
} from './catalog/native-type-definition.js';
export { type NodeManifest, type ReadNodeOptions, readNode } from './catalog/node/index.js';
export { managedFile, type PathUse } from './catalog/path-use.js';
export type { Provenance, ValueSource } from './catalog/provenance.js';
export {
  fromPuppetCatalog,
  type PuppetCatalog,
  type PuppetEdge,
  type PuppetFormatOptions,
  type PuppetResource,
  type ReadOptions,
  toPuppetCatalog,
} from './catalog/puppet-format/index.js';
export type { QueryLike } from './catalog/query.js';
export * as query from './catalog/query-operators.js';
export { Reference } from './catalog/reference.js';
export type { Relation, RelationOrigin } from './catalog/relation.js';
export type { RemoteEnd, RemoteTarget } from './catalog/remote-target.js';
export type { Resource } from './catalog/resource.js';
export type { DeclaringScope, Scope } from './catalog/scope.js';
export { Stage } from './catalog/stage.js';
export type { TextForm } from './catalog/text-form.js';
export * as value from './catalog/values/index.js';
export type { Compound, JsonSchema, ValueType, Writable } from './catalog/values/value-type.js';
export type { Vocabulary } from './catalog/vocabulary.js';
export { type ApplyCatalogOptions, applyCatalog } from './classes/apply-catalog.js';
export * as apt from './classes/apt/index.js';
export * as chrony from './classes/chrony/index.js';
export * as glance from './classes/glance/index.js';
export * as hostname from './classes/hostname/index.js';
export * as keystone from './classes/keystone/index.js';
export * as memcached from './classes/memcached/index.js';
export * as mysql from './classes/mysql/index.js';
export * as network from './classes/network/index.js';
export * as openstack_extras from './classes/openstack-extras/index.js';
export * as openstacklib from './classes/openstacklib/index.js';
export * as oslo from './classes/oslo/index.js';
export * as rabbitmq from './classes/rabbitmq/index.js';
export * as selinux from './classes/selinux/index.js';
export type { OptionParameter, OptionScalar, OptionValue } from './classes/shared/index.js';
export * as swift from './classes/swift/index.js';
export { vocabulary } from './classes/vocabulary.js';
export * as yumrepo from './classes/yumrepo/index.js';
export type { DataSource } from './data/data-source.js';
export { type Facts, factAt } from './data/facts.js';
export type {
  Explanation,
  FileExplanation,
  Found,
  HierarchyOptions,
  LevelExplanation,
  Merge,
  MergeOptions,
  Source,
} from './data/hierarchy/index.js';
export * as data from './data/hierarchy/index.js';
export { type Release, releases } from './data/releases.js';
export type { Listener, Message, RunEvent, RunEventBody } from './engine/events.js';
export type { DependencyPath, PathStep } from './engine/explain/dependency-paths.js';
export type { ResourceExplanation } from './engine/explain/explain-resource.js';
export type { ExplainedValue } from './engine/explain/explain-values.js';
export type { Rewrite, RewriteOptions } from './engine/file-edits.js';
export type { EdgeOrigin } from './engine/graph/edges.js';
export type { Ordering } from './engine/graph/ordering.js';
export type { ProviderLookup } from './engine/group.js';
export * as engine from './engine/index.js';
export { PartialFailure } from './engine/partial-failure.js';
export {
  type Change,
  type Diff,
  type Difference,
  type Provider,
  type ProviderChoice,
  provide,
  type State,
  type Subject,
  Unreadable,
  type WholeFile,
} from './engine/provider.js';
export type {
  Mode,
  Outcome,
  PropertyChange,
  Report,
  ResourceReport,
  RunIdentity,
  Summary,
} from './engine/report.js';
export type { RunOptions } from './engine/run-options.js';
export type { BackupOptions, Session } from './engine/session.js';
export type { PendingElsewhere } from './engine/state/journal.js';
export type { DiagnosticCode } from './errors/codes/index.js';
export type { Diagnostic, ExtensionCode, RelatedLocation } from './errors/diagnostic.js';
export { GlanceApplyError } from './errors/glance-apply-error.js';
export * as diagnostic from './errors/index.js';
export type { SourceLocation } from './errors/source-location.js';
export { type Fleet, type FleetPart, type FleetScope, fleet, type PartBody } from './fleet/fleet.js';
export type { FleetCatalog, FleetEdge, FleetNode } from './fleet/fleet-catalog.js';
export type { FleetHost, FleetInventory, FleetVariables } from './fleet/fleet-host.js';
export type { FleetJson } from './fleet/fleet-json.js';
export type {
  Assumption,
  FleetEvent,
  FleetListener,
  FleetReport,
  HostEventBody,
  HostOutcome,
  HostResult,
} from './fleet/fleet-report.js';
export * as fleets from './fleet/index.js';
export type { FleetRunOptions } from './fleet/run-fleet.js';
export type { HostShare } from './fleet/running/failure-limit.js';
export type { Serial, Steps } from './fleet/running/rollout.js';
export * as hosts from './hosts/index.js';
export {
  type LoadedManifest,
  type LoadOptions,
  loadManifest,
  type ManifestKind,
  type ManifestTrust,
} from './manifest/index.js';
export * from './resources/index.js';
export { type Clear, REDACTED, reveal, Secret, secret } from './secrets/secret.js';
export { catalogPage } from './views/html/catalog-page.js';
export {
  formatDuration,
  jsonLine,
  makePaint,
  type Output,
  type Paint,
  type Painter,
  renderDiagnostic,
  type SourceReader,
  type Style,
  TerminalView,
} from './views/index.js';
