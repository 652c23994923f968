import { Exec, Notify } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const noChange = { differs: '0008' } as const;

export const peers: PeerCases = {
  cases: {
    'says its title where there is no message': {
      source: 'puppet acceptance/tests/resource/notify',
      manifest: (site) => void new Notify(site, 'the title speaks'),
      inSync: true,
      says: /the title speaks/,
      puppet: noChange,
    },
    'says its message, and not its title': {
      source: 'puppet lib/puppet/type/notify.rb',
      manifest: (site) => void new Notify(site, 'unheard', { message: 'the message speaks' }),
      inSync: true,
      says: /^the message speaks$/m,
      puppet: noChange,
    },
    'says its name with the message where it is asked to': {
      source: 'puppet lib/puppet/type/notify.rb (withpath)',
      manifest: (site) => void new Notify(site, 'named', { message: 'hello', withpath: true }),
      inSync: true,
      says: /Notify\[named\]: hello/,
      puppet: noChange,
    },
    'says how much it matters': {
      source: 'puppet lib/puppet/type.rb (loglevel)',
      manifest: (site) => void new Notify(site, 'beware', { loglevel: 'warning' }),
      inSync: true,
      says: /warning: beware/,
      puppet: noChange,
    },
    'refreshes what it notifies, in every run': {
      source: 'puppet lib/puppet/type/notify.rb: its message is never in sync',
      manifest: (site, { dir }) => {
        new Notify(site, 'again', { notify: Exec.ref('count') });
        new Exec(site, 'count', { command: `/bin/sh -c 'echo run >> ${dir}/runs'`, refreshonly: true });
      },
      files: { runs: 'run\n' },
      again: 'the command runs each time that the message is said',
    },
    'refreshes what subscribes to it, in every run': {
      source: 'puppet lib/puppet/type/notify.rb: its message is never in sync',
      prepare: 'echo run > runs',
      manifest: (site, { dir }) => {
        new Notify(site, 'again');
        new Exec(site, 'count', {
          command: `/bin/sh -c 'echo run >> ${dir}/runs'`,
          refreshonly: true,
          subscribe: Notify.ref('again'),
        });
      },
      files: { runs: 'run\nrun\n' },
      again: 'the command runs each time that the message is said',
    },
    'refreshes nothing where it is noop': {
      source: 'puppet lib/puppet/type.rb (noop)',
      manifest: (site, { dir }) => {
        new Notify(site, 'again', { notify: Exec.ref('touch'), noop: true });
        new Exec(site, 'touch', { command: `/usr/bin/touch ${dir}/touched`, refreshonly: true });
      },
      inSync: true,
      verify: 'test ! -e touched',
    },
    'is said before what it comes before': {
      source: 'puppet acceptance/tests/ordering',
      manifest: (site, { dir }) => {
        new Exec(site, 'after', { command: `/usr/bin/touch ${dir}/after`, creates: `${dir}/after` });
        new Notify(site, 'first', { before: Exec.ref('after') });
      },
      says: /first[\s\S]*Exec\[after\]/,
      verify: 'test -e after',
      puppet: { notApplicable: 'the message makes every run of Puppet a change' },
    },
    'refuses a level that there is not': {
      source: 'puppet lib/puppet/type.rb (loglevel)',
      manifest: (site) => void new Notify(site, 'loud', { loglevel: 'shout' as never }),
      refused: /loglevel must be 'emerg'/,
      resources: { notify: { loud: { loglevel: 'shout' } } },
    },
  },
};

export default chosenCase(peers);
