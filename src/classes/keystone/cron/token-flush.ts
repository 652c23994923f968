import { classType, parameter } from '../../../catalog/index.js';
import { toCronWord } from '../../../formats/cron-word.js';
import { Package } from '../../../resources/index.js';
import { formatOrFail, scalarString } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { declareJob, jobParameters } from './job.js';

/** Removes expired tokens from the database every hour. */
export class TokenFlush extends classType(
  'keystone::cron::token_flush',
  {
    ...jobParameters('1', '*'),
    destination: parameter(scalarString, "File to which the command's output is appended.", {
      default: '/var/log/keystone/keystone-tokenflush.log',
    }),
  },
  {
    doc: 'Removes expired tokens from the database by cron.',
    until: 'ussuri',
    replacedBy: 'tokens are no longer in the database: remove it',
  },
) {
  override declare(): void {
    this.include(Deps);
    const file = formatOrFail(this, 'destination', () => toCronWord(String(this.parameters.destination)));
    declareJob(this, 'token_flush', ` >>${file} 2>&1`, Package.ref('keystone'));
  }
}
