import type { CatalogResource } from '../catalog/catalog.js';
import type { Group } from './group.js';
import type { Propagation } from './node-state.js';
import type { Diff, State, Subject } from './provider.js';
import type { ResourceReport } from './report.js';

/** What a run does with one native resource, as it stands when all steps before it have ended. */
export interface ResourceStep {
  readonly node: number;
  readonly resource: CatalogResource;
  readonly group: Group;
  readonly subject: Subject;
  /** Whether it will certainly be refreshed. */
  readonly notified: boolean;
  /** Whether it may be refreshed, depending on what a plan cannot know. */
  readonly perhapsNotified: boolean;
  readonly causes: readonly string[];
  /** The catalog index of something before it that is still to change and may alter it; -1 for none. */
  readonly disturber: number;
  /** The catalog index of something before it that is still to change and may bring what it needs; -1 for none. */
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
