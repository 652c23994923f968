import type { PeerSuite } from './peer-suites.js';

const accounts = ['cron', 'group', 'mailalias', 'resources', 'ssh_authorized_key', 'user'];
const files = ['augeas', 'exec', 'file', 'file_line', 'filebucket', 'ini_setting', 'ini_subsetting', 'tidy'];

/** The suites in groups that take about as long, each with a host and a process of its own. */
export const groups: Readonly<Record<'accounts' | 'files' | 'others', (suite: PeerSuite) => boolean>> = {
  accounts: ({ type }) => accounts.includes(type),
  files: ({ type }) => files.includes(type),
  others: ({ type }) => !accounts.includes(type) && !files.includes(type),
};
