import { createOptionsDefinedType, option } from '../shared/index.js';

/** `oslo::concurrency`: the options of oslo.concurrency. */
export class Concurrency extends createOptionsDefinedType(
  'oslo::concurrency',
  {
    disable_process_locking: option(
      'oslo_concurrency/disable_process_locking',
      'Whether locks between processes are disabled.',
    ),
    lock_path: option(
      'oslo_concurrency/lock_path',
      'Directory of lock files; only the service should be able to write to it.',
    ),
  },
  { doc: 'Locks between processes of a service (oslo.concurrency).' },
) {}
