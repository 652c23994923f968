import type {
  Gates,
  IncomingGate,
  OrderElsewhere,
  OutgoingGate,
  RemoteNote,
} from '../../engine/gates/gate.js';
import type { FleetEdge } from '../fleet-catalog.js';
import type { GateBoard } from './gate-board.js';

/** What the gates of a host need from the run of the fleet. */
export interface GateKeeper {
  /** Records a refresh on another host, before the change that causes it. */
  note(edge: FleetEdge, because: readonly string[]): Promise<RemoteNote>;
  idle(until: Promise<void>): Promise<void>;
  settle(): Promise<void>;
}

/** Creates the gates of a host. */
export function createGates(
  host: string,
  board: GateBoard,
  orders: readonly OrderElsewhere[],
  keeper: GateKeeper,
): Gates {
  return {
    orders,
    incoming: board.into(host).flatMap((edge): IncomingGate[] => {
      const { index } = edge.target;
      return index === undefined
        ? []
        : [{ target: index, refresh: edge.refresh, opened: board.result(edge) }];
    }),
    outgoing: board.outOf(host).flatMap((edge): OutgoingGate[] => {
      const { index } = edge.source;
      if (index === undefined) return [];
      return [
        {
          source: index,
          refresh: edge.refresh,
          note: (because) => keeper.note(edge, because),
          open: (result) => board.open(edge, result),
        },
      ];
    }),
    idle: (until) => keeper.idle(until),
    settle: () => keeper.settle(),
  };
}
