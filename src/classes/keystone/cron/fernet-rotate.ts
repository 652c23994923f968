import { classType } from '../../../catalog/index.js';
import { Anchor } from '../../../resources/index.js';
import { Deps } from '../deps.js';
import { declareJob, jobParameters } from './job.js';

/** Rotates the keys of tokens every night. */
export class FernetRotate extends classType('keystone::cron::fernet_rotate', jobParameters('1', '0'), {
  doc: 'Rotates the keys of tokens by cron.',
  since: 'xena',
}) {
  override declare(): void {
    this.include(Deps);
    declareJob(this, 'fernet_rotate', '', Anchor.ref('keystone::service::end'));
  }
}
