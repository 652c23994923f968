import { classType } from '../../../catalog/index.js';
import { Anchor } from '../../../resources/index.js';
import { Deps } from '../deps.js';
import { declareJob, jobParameters } from './job.js';

/** New keys for tokens, every night; the oldest go. */
export class FernetRotate extends classType('keystone::cron::fernet_rotate', jobParameters('1', '0'), {
  doc: 'Has cron make new keys for tokens and remove the oldest.',
  since: 'xena',
}) {
  override declare(): void {
    this.include(Deps);
    declareJob(this, 'fernet_rotate', '', Anchor.ref('keystone::service::end'));
  }
}
