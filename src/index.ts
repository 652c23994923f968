export { checkData } from './catalog/check-data.js';
export * from './catalog/index.js';
export type { Provenance, ValueSource } from './catalog/provenance.js';
export { type PuppetCatalog, toPuppetCatalog } from './catalog/puppet-format/index.js';
export type { Vocabulary } from './catalog/vocabulary.js';
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
export * as swift from './classes/swift/index.js';
export { vocabulary } from './classes/vocabulary.js';
export * as yumrepo from './classes/yumrepo/index.js';
export type { DataSource } from './data/data-source.js';
export { type Facts, factAt } from './data/facts.js';
export {
  type Explanation,
  explain,
  type Found,
  Hierarchy,
  type HierarchyOptions,
  type Merge,
  openHierarchy,
  type Source,
} from './data/hierarchy/index.js';
export { type Release, releases } from './data/releases.js';
export type { Listener, RunEvent } from './engine/events.js';
export { explainResource, type ResourceExplanation } from './engine/explain/explain-resource.js';
export type { ExplainedValue } from './engine/explain/explained-values.js';
export type { Way, WayStep } from './engine/explain/ways.js';
export { inspect } from './engine/inspect.js';
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
} from './engine/provider.js';
export type { Mode, Outcome, PropertyChange, Report, ResourceReport, Summary } from './engine/report.js';
export { type RunOptions, run } from './engine/run.js';
export type { Session } from './engine/session.js';
export { type Diagnostic, problem, type RelatedPlace, warning } from './errors/diagnostic.js';
export { GlanceApplyError } from './errors/glance-apply-error.js';
export type { Place } from './errors/place.js';
export { LocalHost } from './hosts/local/local-host.js';
export { type LoadedManifest, type LoadOptions, loadManifest, type ManifestTrust } from './manifest/index.js';
export * from './resources/index.js';
export { REDACTED, reveal, Secret, secret } from './secrets/secret.js';
export { catalogPage } from './views/html/catalog-page.js';
export { formatDuration, jsonLine, makePaint, renderDiagnostic, TerminalView } from './views/index.js';
