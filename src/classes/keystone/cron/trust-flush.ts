import { classType, integer, parameter } from '../../../catalog/index.js';
import { toCronWord } from '../../../formats/cron-word.js';
import { Anchor } from '../../../resources/index.js';
import { formatOrFail, scalarString } from '../../shared/index.js';
import { Deps } from '../deps.js';
import { declareJob, jobParameters } from './job.js';

/** Removes expired trusts from the database every hour. */
export class TrustFlush extends classType(
  'keystone::cron::trust_flush',
  {
    ...jobParameters('1', '*'),
    age: parameter(integer({ min: 0 }), 'Minimum number of days since a trust expired.', { default: 0 }),
    destination: parameter(scalarString, "File to which the command's output is appended.", {
      default: '/var/log/keystone/keystone-trustflush.log',
    }),
  },
  { doc: 'Removes expired trusts from the database by cron.', since: 'rocky' },
) {
  override declare(): void {
    this.include(Deps);
    const { age } = this.parameters;
    const file = formatOrFail(this, 'destination', () => toCronWord(String(this.parameters.destination)));
    // Cron treats an unescaped % as a line break.
    const date = age === 0 ? '' : `--date \`date --date 'today - ${age} days' +\\%d-\\%m-\\%Y\` `;
    declareJob(this, 'trust_flush', ` ${date}>>${file} 2>&1`, Anchor.ref('keystone::dbsync::end'));
  }
}
