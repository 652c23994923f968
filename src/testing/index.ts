import { registerWithChai } from './chai/register.js';

export {
  type ProgramAnswer,
  SimulatedHost,
  type SimulatedHostOptions,
  type SimulatedProgram,
} from '../hosts/simulated/simulated-host.js';
export { assertCompiles, assertCompilesWithAllDependencies, assertHasCycle } from './assert-compiles.js';
export { assertContains, assertLacks } from './assert-contains.js';
export { assertClassCount, assertResourceCount } from './assert-counts.js';
export { assertRefuses } from './assert-refuses.js';
export { glanceApply } from './chai/plugin.js';
export {
  type Body,
  compile,
  type FleetHostOptions,
  type FleetOptions,
  type NodeOptions,
} from './compile.js';
export {
  assertProviderConforms,
  type ProviderConformanceOptions,
} from './conformance/assert-provider-conforms.js';
export type { Capabilities, HostCandidate } from './conformance/host-candidate.js';
export { conformsToHost } from './conformance/host-conformance.js';
export {
  assertChangesNothing,
  assertEffect,
  assertNoEffect,
  type RunEffect,
} from './convergence/assert-convergence.js';
export { assertConverges } from './convergence/assert-converges.js';
export { converge } from './convergence/converge.js';
export type { FleetConvergence, FleetConvergeOptions } from './convergence/converge-fleet.js';
export type { ConvergeOptions, InjectedFailure } from './convergence/converge-options.js';
export type { Convergence } from './convergence/convergence.js';
export { type ExistingResource, existingResource } from './convergence/existing-resource.js';
export { type CoverageOptions, type CoverageReport, coverage } from './coverage.js';
export type { Expectation, Expectations } from './matching/expectation.js';
export { Match } from './matching/match.js';
export type { Platform } from './platforms/describe-platform.js';
export { type PlatformName, platform, platforms } from './platforms/platforms.js';
export type { ResourceAssertion } from './resource-assertion.js';

// Awaited, so that `expect(…).to.contain(…)` works before any spec of the importing module runs.
await registerWithChai();
