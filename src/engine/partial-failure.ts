import { messageOf } from '../errors/glance-apply-error.js';

/**
 * What `changeAll` throws where it knows which of its members have failed, and that the others are as wanted: then
 * none of them is changed a second time to find that out.
 */
export class PartialFailure extends Error {
  /** @param failures By title. */
  constructor(readonly failures: ReadonlyMap<string, Error>) {
    super([...failures.values()].map(messageOf).join('\n'));
    this.name = 'PartialFailure';
  }
}
