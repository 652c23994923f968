import { Mailalias } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const tests = 'mailalias_core spec/acceptance/tests';
const unit = 'mailalias_core spec/unit/type/mailalias_spec.rb';
const provider = 'mailalias_core lib/puppet/provider/mailalias/aliases.rb';
const BEFORE = '# See man 5 aliases\npostmaster:    root\nteam: foo,bar,baz\n';
const aliases = `cat > aliases <<'EOF'\n${BEFORE}EOF`;
const inDir = (dir: string) => ({ target: `${dir}/aliases` });

export const peers: PeerCases = {
  cases: {
    'adds an alias behind the others': {
      source: `${tests}/create_spec.rb`,
      prepare: aliases,
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'ftp', { recipient: ['foo', 'bar', 'baz'], ...inDir(dir) }),
      files: { aliases: `${BEFORE}ftp: foo,bar,baz\n` },
      puppet: { differs: '0033' },
    },
    'takes several recipients in one text': {
      source: `${tests}/create_spec.rb`,
      prepare: aliases,
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'ftp', { recipient: 'foo,bar,baz', ...inDir(dir) }),
      files: { aliases: `${BEFORE}ftp: foo,bar,baz\n` },
      puppet: { differs: '0033' },
    },
    'makes the file where there is none': {
      source: `${tests}/create_spec.rb`,
      manifest: (site, { dir }) => void new Mailalias(site, 'ftp', { recipient: 'root', ...inDir(dir) }),
      files: { aliases: 'ftp: root\n' },
    },
    'writes to /etc/aliases unless it is told another file': {
      source: provider,
      prepare: 'rm -f /etc/aliases',
      manifest: (site) => void new Mailalias(site, 'ftp', { recipient: 'root' }),
      files: { '/etc/aliases': 'ftp: root\n' },
      cleanup: 'rm -f /etc/aliases',
    },
    'leaves an alias alone that is in sync': {
      source: `${tests}/query_spec.rb`,
      prepare: aliases,
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'team', { recipient: ['foo', 'bar', 'baz'], ...inDir(dir) }),
      inSync: true,
      files: { aliases: BEFORE },
    },
    'adds a recipient to an alias': {
      source: `${tests}/modify_spec.rb`,
      prepare: aliases,
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'team', { recipient: ['foo', 'bar', 'baz', 'blarvitz'], ...inDir(dir) }),
      files: { aliases: BEFORE.replace('foo,bar,baz', 'foo,bar,baz,blarvitz') },
      puppet: { differs: '0033' },
    },
    'takes recipients away from an alias': {
      source: `${tests}/modify_spec.rb`,
      prepare: aliases,
      manifest: (site, { dir }) => void new Mailalias(site, 'team', { recipient: 'bar', ...inDir(dir) }),
      files: { aliases: BEFORE.replace('foo,bar,baz', 'bar') },
      puppet: { differs: '0033' },
    },
    'removes an alias, and leaves the others': {
      source: `${tests}/destroy_spec.rb`,
      prepare: aliases,
      manifest: (site, { dir }) => void new Mailalias(site, 'team', { ensure: 'absent', ...inDir(dir) }),
      files: { aliases: '# See man 5 aliases\npostmaster:    root\n' },
      puppet: { differs: '0033' },
    },
    'does nothing about an alias that is absent already': {
      source: `${tests}/destroy_spec.rb`,
      prepare: aliases,
      manifest: (site, { dir }) => void new Mailalias(site, 'nobody', { ensure: 'absent', ...inDir(dir) }),
      inSync: true,
    },
    'quotes recipients that are no plain addresses': {
      source: `${provider}, to_line`,
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'x', {
          recipient: ['/var/mail/x', '|/bin/prog a,b', 'a+b@c.d'],
          ...inDir(dir),
        }),
      files: { aliases: 'x: "/var/mail/x","|/bin/prog a,b",a+b@c.d\n' },
    },
    'reads recipients with blanks, quotes and commas': {
      source: `${provider}, post_parse`,
      prepare: 'printf \'x:  "|/bin/prog a,b" ,  root\\n\' > aliases',
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'x', { recipient: ['|/bin/prog a,b', 'root'], ...inDir(dir) }),
      inSync: true,
    },
    'names a file of recipients': {
      source: provider,
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'list', { file: '/etc/mail/list', ...inDir(dir) }),
      files: { aliases: 'list: :include: /etc/mail/list\n' },
    },
    'leaves a file of recipients alone that is in sync': {
      source: provider,
      prepare: "printf 'list: :include: /etc/mail/list\\n' > aliases",
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'list', { file: '/etc/mail/list', ...inDir(dir) }),
      inSync: true,
    },
    'knows an alias that goes on in the next line': {
      source: 'aliases(5)',
      prepare: "printf 'list: a,\\n  b\\nother: c\\n' > aliases",
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'list', { recipient: ['a', 'b', 'd'], ...inDir(dir) }),
      files: { aliases: 'list: a,b,d\nother: c\n' },
      puppet: { differs: '0033' },
    },
    'refuses a recipient and a file together': {
      source: unit,
      manifest: (site, { dir }) =>
        void new Mailalias(site, 'x', { recipient: 'root', file: '/etc/mail/x', ...inDir(dir) }),
      refused: /cannot be combined/,
      resources: { mailalias: { x: { recipient: 'root', file: '/etc/mail/x' } } },
    },
    'refuses a file that is no absolute path': {
      source: unit,
      manifest: (site, { dir }) => void new Mailalias(site, 'x', { file: 'list', ...inDir(dir) }),
      refused: /absolute path/,
      resources: { mailalias: { x: { file: 'list' } } },
    },
  },
};

export default chosenCase(peers);
