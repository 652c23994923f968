import { classType, integer, parameter } from '../../../catalog/index.js';
import { toCronWord } from '../../../formats/cron-word.js';
import { Anchor } from '../../../resources/index.js';
import { text, written } from '../../tables/index.js';
import { Deps } from '../deps.js';
import { declareJob, jobParameters } from './job.js';

/** Removes trusts that have expired from the database, every hour. */
export class TrustFlush extends classType(
  'keystone::cron::trust_flush',
  {
    ...jobParameters('1', '*'),
    age: parameter(integer({ min: 0 }), 'Days that a trust has been expired for at least.', { default: 0 }),
    destination: parameter(text, "File that the command's output is added to.", {
      default: '/var/log/keystone/keystone-trustflush.log',
    }),
  },
  { doc: 'Has cron remove trusts that have expired from the database.', since: 'rocky' },
) {
  override declare(): void {
    this.include(Deps);
    const { age } = this.parameters;
    const file = written(this, 'destination', () => toCronWord(String(this.parameters.destination)));
    // Cron takes a bare % for a new line.
    const date = age === 0 ? '' : `--date \`date --date 'today - ${age} days' +\\%d-\\%m-\\%Y\` `;
    declareJob(this, 'trust_flush', ` ${date}>>${file} 2>&1`, Anchor.ref('keystone::dbsync::end'));
  }
}
