import type { Session } from '../../engine/session.js';

type Condition = NonNullable<Parameters<Session['managed']>[1]>;

/** Whether the catalog creates a resource: it is neither absent nor planned only. */
export const isCreated: Condition = ({ desired, noop }) => desired.ensure !== 'absent' && noop !== true;

/** Lists the resources of a type that the catalog creates, by name. */
export function listCreated({ managed }: Pick<Session, 'managed'>, type: string): ReadonlySet<string> {
  return managed(type, isCreated);
}
