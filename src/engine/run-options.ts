import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import type { Listener } from './events.js';
import type { Ordering } from './graph/ordering.js';
import type { ProviderLookup } from './group.js';
import type { Mode } from './report.js';

/** The options of a run. */
export interface RunOptions {
  /** @default 'apply' */
  readonly mode?: Mode;
  /** Called with each event of the run. @default events are discarded */
  readonly listener?: Listener;
  /**
   * The name of the run on the host, such as the path of its manifest or the name of its node. Refreshes that a run
   * leaves pending are made by the next run of the same name, and the ledger is kept by name, so that several manifests
   * can be applied to one host. @default 'default'
   */
  readonly name?: string;
  /** The state directory: where the host stores what later runs need. @default '/var/lib/glance-apply' */
  readonly stateDirectory?: string;
  /**
   * When aborted, the steps in flight are finished and no further one begins. If its reason is an `Error`, the report
   * contains the message. @default never aborted
   */
  readonly stop?: AbortSignal;
  /** When aborted, running commands are killed too. @default never aborted */
  readonly abort?: AbortSignal;
  /** Called when the run ends. Returns further remarks for its report, such as output that could not be written. */
  readonly remarks?: () => readonly string[];
  /** Types that may be purged although the catalog has no resource of them. @default none */
  readonly types?: ReadonlyMap<string, NativeTypeDefinition>;
  /** How much the order of declarations counts in the absence of relations. @default 'manifest' */
  readonly ordering?: Ordering;
  /** Finds the providers of a type; a simulated host has its own. @default the providers registered with `provide` */
  readonly providers?: ProviderLookup;
}
