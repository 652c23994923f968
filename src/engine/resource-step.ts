import type { CatalogResource } from '../catalog/catalog.js';
import type { Group } from './group.js';
import type { Propagation } from './node-state.js';
import type { Diff, State, Subject } from './provider.js';
import type { ResourceReport } from './report.js';

/** The step of a native resource, when all steps before it have ended. */
export interface ResourceStep {
  readonly node: number;
  readonly resource: CatalogResource;
  readonly group: Group;
  readonly subject: Subject;
  /** Whether it will certainly be refreshed. */
  readonly notified: boolean;
  /** Whether it may be refreshed, depending on what a plan cannot know. */
  readonly perhapsNotified: boolean;
  /** References of the resources that notify it. */
  readonly causes: readonly string[];
  /** The catalog index of an outstanding change before it that may alter it; -1 for none. */
  readonly disturber: number;
  /** The catalog index of an outstanding change before it that may provide what it needs; -1 for none. */
  readonly awaited: number;
}

/** A step with the observed state and its difference from the desired one. */
export interface ComparedStep {
  readonly step: ResourceStep;
  readonly is: State;
  /** Undefined if the resource is in sync. */
  readonly diff: Diff | undefined;
}

/** The result of a step: its report, and what is propagated to the steps after it. */
export interface StepResult {
  readonly report: ResourceReport;
  readonly propagation: Propagation;
}

/** Called for every step that has ended. */
export type FinishStep = (step: ResourceStep, result: StepResult) => void;
