import type { PeerSuite } from './peer-suites.js';

const named = {
  accounts: ['cron', 'group', 'mailalias', 'resources', 'ssh_authorized_key', 'user'],
  edits: ['augeas', 'file_line', 'ini_setting', 'ini_subsetting', 'yumrepo'],
  files: ['file', 'file_directories', 'file_links', 'file_modes', 'filebucket', 'tidy'],
};

const isNamed = (group: keyof typeof named) => (suite: PeerSuite) => named[group].includes(suite.type);

/** The suites in groups that take about as long, each with a host and a process of its own. */
export const groups = {
  accounts: isNamed('accounts'),
  edits: isNamed('edits'),
  files: isNamed('files'),
  others: (suite: PeerSuite) => !Object.values(named).flat().includes(suite.type),
};
