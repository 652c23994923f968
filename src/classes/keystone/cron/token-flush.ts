import { classType, parameter } from '../../../catalog/index.js';
import { toCronWord } from '../../../formats/cron-word.js';
import { Package } from '../../../resources/index.js';
import { text, written } from '../../tables/index.js';
import { Deps } from '../deps.js';
import { declareJob, jobParameters } from './job.js';

/** Removes tokens that have expired from the database, every hour. */
export class TokenFlush extends classType(
  'keystone::cron::token_flush',
  {
    ...jobParameters('1', '*'),
    destination: parameter(text, "File that the command's output is added to.", {
      default: '/var/log/keystone/keystone-tokenflush.log',
    }),
  },
  {
    doc: 'Has cron remove tokens that have expired from the database.',
    until: 'ussuri',
    replacedBy: 'tokens are in no database any more: leave it out',
  },
) {
  override declare(): void {
    this.include(Deps);
    const file = written(this, 'destination', () => toCronWord(String(this.parameters.destination)));
    declareJob(this, 'token_flush', ` >>${file} 2>&1`, Package.ref('keystone'));
  }
}
