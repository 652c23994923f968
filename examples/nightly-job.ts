import { Cron, manifest } from 'glance-apply';

/** A line of a user's crontab; other lines are preserved. */
export default manifest((site) => {
  new Cron(site, 'clean the image cache', {
    command: 'glance-cache-pruner',
    user: 'root',
    hour: '3',
    minute: '30',
  });
});
