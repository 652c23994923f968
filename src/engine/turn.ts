import type { CatalogResource } from '../catalog/catalog.js';
import type { Group } from './group.js';
import type { Passing } from './node-state.js';
import type { Diff, State, Subject } from './provider.js';
import type { ResourceReport } from './report.js';

/** One native resource whose turn has come. */
export interface Turn {
  readonly node: number;
  readonly resource: CatalogResource;
  readonly group: Group;
  readonly subject: Subject;
  /** A refresh is certain to be asked of it. */
  readonly notified: boolean;
  /** A refresh may be asked of it, depending on what a plan cannot know. */
  readonly perhapsNotified: boolean;
  readonly causes: readonly string[];
  /** The catalog index of something before it that is still to change and may alter it; -1 for none. */
  readonly disturber: number;
  /** The catalog index of something before it that is still to change and may bring what it needs; -1 for none. */
  readonly awaited: number;
}

/** A turn together with what was read. */
export interface Seen {
  readonly turn: Turn;
  readonly is: State;
  /** Undefined where everything is as wanted. */
  readonly diff: Diff | undefined;
}

/** How a turn ended: what is told of it, and what is passed on. */
export interface Ending {
  readonly report: ResourceReport;
  readonly passing: Passing;
}

/** Told of every turn that has ended. */
export type Finish = (turn: Turn, ending: Ending) => void;
