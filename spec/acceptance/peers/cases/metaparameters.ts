import { classType, definedType, Exec, File, parameter, Schedule, Stage, value } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

class Written extends classType(
  'written',
  {
    path: parameter(value.string, 'A file.'),
    desired: parameter(value.string, 'A file that has to be there before.', { default: '' }),
  },
  { doc: 'A class that writes a file, when another is there.' },
) {
  override declare(): void {
    const { path, desired } = this.parameters;
    if (desired !== '')
      new Exec(this, `/usr/bin/test -e ${desired}`, { unless: `/usr/bin/test -e ${desired}` });
    new Exec(this, `write ${path}`, { command: `/usr/bin/touch ${path}`, creates: path });
  }
}

class Both extends definedType(
  'both',
  { dir: parameter(value.string, 'Where.') },
  { doc: 'Two files, one of which is written whatever is said of both.' },
) {
  override declare(): void {
    const { dir } = this.parameters;
    new File(this, `${dir}/${this.title}-a`, { content: 'a' });
    new File(this, `${dir}/${this.title}-b`, { content: 'b', noop: false });
  }
}

export const peers: PeerCases = {
  cases: {
    'does not change what is noop': {
      source: 'puppet lib/puppet/type.rb (noop)',
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { content: 'x', noop: true }),
      inSync: true,
      says: /noop/,
      verify: 'test ! -e x',
    },
    'does not refresh what is noop': {
      source: 'puppet lib/puppet/type.rb (noop)',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { content: 'x', notify: Exec.ref('refreshed') });
        new Exec(site, 'refreshed', { command: `/usr/bin/touch ${dir}/y`, refreshonly: true, noop: true });
      },
      verify: 'test -e x; test ! -e y',
      again: 'the refresh stays pending until it may be made',
    },
    'does not refresh because of a change that was noop': {
      source: 'puppet lib/puppet/type.rb (noop)',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { content: 'x', noop: true, notify: Exec.ref('refreshed') });
        new Exec(site, 'refreshed', { command: `/usr/bin/touch ${dir}/y`, refreshonly: true });
      },
      inSync: true,
      verify: 'test ! -e x; test ! -e y',
    },
    'has an instance of a defined type pass noop on, unless its content says otherwise': {
      source: 'puppet spec/unit/parser/compiler_spec.rb: metaparameters of containers',
      manifest: (site, { dir }) => void new Both(site, 'f', { dir, noop: true }),
      verify: 'test ! -e f-a; test "$(cat f-b)" = b',
    },
    'has a class pass noop on': {
      source: 'puppet.com: language, classes, metaparameters of classes',
      manifest: (site, { dir }) => void new Written(site, { path: `${dir}/x`, noop: true }),
      inSync: true,
      verify: 'test ! -e x',
    },
    'takes a schedule that admits always': {
      source: 'puppet acceptance/tests/resource/schedule',
      manifest: (site, { dir }) => {
        new Schedule(site, 'always', { range: '0 - 23:59:59' });
        new File(site, `${dir}/x`, { content: 'x', schedule: 'always' });
      },
      files: { x: 'x' },
    },
    'leaves alone what a schedule never admits': {
      source: 'puppet lib/puppet/type/schedule.rb (period)',
      manifest: (site, { dir }) => {
        new Schedule(site, 'blackout', { period: 'never' });
        new File(site, `${dir}/x`, { content: 'x', schedule: 'blackout' });
      },
      inSync: true,
      says: /deferred in this run: File\[.*\/x\]/,
      verify: 'test ! -e x',
    },
    'has the schedules of its periods without declaring them': {
      source: 'puppet lib/puppet/type/schedule.rb (default schedules)',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { content: 'x', schedule: 'daily' });
        new File(site, `${dir}/y`, { content: 'y', schedule: 'never' });
      },
      verify: 'test -e x; test ! -e y',
      puppet: { differs: '0029' },
    },
    'applies what a schedule admits once in a period, and goes on with what comes after it': {
      source: 'puppet lib/puppet/type/schedule.rb (period)',
      manifest: (site, { dir }) => {
        new Exec(site, 'once', { command: `/bin/sh -c 'echo x >> ${dir}/runs'`, schedule: 'weekly' });
        new Exec(site, 'always', { command: '/bin/true', require: Exec.ref('once') });
      },
      files: { runs: 'x\n' },
      again: 'the second command has no schedule',
      puppet: { notApplicable: 'its state would have to be kept between the runs of two cases' },
    },
    'leaves alone what is not in a range of days': {
      source: 'puppet lib/puppet/type/schedule.rb (weekday)',
      manifest: (site, { dir }) => {
        const other = (new Date().getDay() + 3) % 7;
        new Schedule(site, 'other day', { weekday: String(other) });
        new File(site, `${dir}/x`, { content: 'x', schedule: 'other day' });
      },
      inSync: true,
      verify: 'test ! -e x',
    },
    'holds a schedule of a class for what it contains': {
      source: 'puppet.com: language, classes, metaparameters of classes',
      manifest: (site, { dir }) => {
        new Schedule(site, 'blackout', { period: 'never' });
        new Written(site, { path: `${dir}/x`, schedule: 'blackout' });
      },
      inSync: true,
      verify: 'test ! -e x',
    },
    'refuses a schedule that there is not': {
      source: 'puppet lib/puppet/transaction/resource_harness.rb',
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { content: 'x', schedule: 'nobody' }),
      refused: /schedule\s+'nobody',\s+which\s+nothing\s+declares/,
      verify: 'test ! -e x',
    },
    'refuses a range that is none': {
      source: 'puppet lib/puppet/type/schedule.rb (range)',
      manifest: (site) => void new Schedule(site, 'odd', { range: '25 - 26' }),
      refused: /range must be a list, each item two times of the day/,
      resources: { schedule: { odd: { range: '25 - 26' } } },
    },
    'refuses repetitions of periods that are counted by the clock': {
      source: 'puppet lib/puppet/type/schedule.rb (repeat)',
      manifest: (site) =>
        void new Schedule(site, 'odd', { period: 'daily', periodmatch: 'number', repeat: 2 }),
      refused: /repeat needs the periodmatch 'distance'/,
      resources: { schedule: { odd: { period: 'daily', periodmatch: 'number', repeat: 2 } } },
    },
    'applies a stage before the main one': {
      source: 'puppet lib/puppet/type/stage.rb',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/last`, { source: `${dir}/first` });
        new Stage(site, 'setup', { before: Stage.ref('main') });
        new Written(site, { path: `${dir}/first`, stage: 'setup' });
      },
      verify: 'test -e first; test -e last',
    },
    'applies a stage after the main one': {
      source: 'puppet lib/puppet/type/stage.rb',
      manifest: (site, { dir }) => {
        new Stage(site, 'teardown', { require: Stage.ref('main') });
        new Written(site, { path: `${dir}/last`, desired: `${dir}/first`, stage: 'teardown' });
        new File(site, `${dir}/first`, { content: 'x' });
      },
      verify: 'test -e first; test -e last',
    },
    'refuses a stage that there is not': {
      source: 'puppet lib/puppet/parser/resource.rb',
      manifest: (site, { dir }) => void new Written(site, { path: `${dir}/x`, stage: 'nowhere' }),
      refused: /stage\s+'nowhere',\s+which\s+nothing\s+declares/,
      verify: 'test ! -e x',
    },
    'refuses a stage of a resource that is no class': {
      source: 'puppet lib/puppet/parser/compiler.rb',
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { content: 'x', stage: 'main' }),
      refused: /only classes belong to a stage/,
      verify: 'test ! -e x',
    },
    'refuses to audit': {
      source: 'puppet lib/puppet/type.rb (audit)',
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { audit: 'all' } as never),
      refused: /audit is not known here/,
      puppet: { notApplicable: 'Puppet compares with the run before' },
    },
    'refuses a value of noop that is none': {
      source: 'puppet lib/puppet/type.rb (noop)',
      manifest: (site, { dir }) =>
        void new File(site, `${dir}/x`, { content: 'x', noop: 'perhaps' as never }),
      refused: /noop must be true or false/,
      verify: 'test ! -e x',
    },
    'refuses a tag that cannot be one': {
      source: 'puppet lib/puppet/util/tagging.rb',
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { content: 'x', tag: 'no tag' }),
      refused: /'no tag' cannot be a tag/,
      verify: 'test ! -e x',
    },
    'finds a resource by an alias': {
      source: 'puppet lib/puppet/type.rb (alias)',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/copy`, { source: `${dir}/x`, require: File.ref('original') });
        new File(site, `${dir}/x`, { content: 'x', alias: 'original' });
      },
      files: { copy: 'x' },
    },
    'refuses an alias that is the title of another resource': {
      source: 'puppet lib/puppet/type.rb (alias)',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/x`, { content: 'x' });
        new File(site, `${dir}/y`, { content: 'y', alias: `${dir}/x` });
      },
      refused: /are both about/,
      verify: 'test ! -e x',
    },
  },
};

export default chosenCase(peers);
