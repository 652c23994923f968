import { option, optionsDefine } from '../tables/index.js';

/** `oslo::concurrency`: the options of oslo.concurrency. */
export class Concurrency extends optionsDefine(
  'oslo::concurrency',
  {
    disable_process_locking: option(
      'oslo_concurrency/disable_process_locking',
      'Locks between processes are left out; several processes then trust each other.',
    ),
    lock_path: option(
      'oslo_concurrency/lock_path',
      'Directory for lock files; only the service may write to it.',
    ),
  },
  { doc: 'How processes of a service lock each other out (oslo.concurrency).' },
) {}
