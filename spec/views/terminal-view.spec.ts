import { expect } from 'chai';
import fc from 'fast-check';
import type { RunEventBody } from '../../src/engine/events.js';
import { makePaint, type Style, TerminalView } from '../../src/views/index.js';
import { visibleLength } from '../../src/views/wrap.js';
import { resource, run } from './fixtures.js';

const plain: Style = { paint: makePaint(false), width: 80, directory: '/srv/site' };
const absent = { property: 'ensure', from: 'absent', to: 'present' };

async function told(events: readonly RunEventBody[], style = plain): Promise<string[]> {
  const lines: string[] = [];
  const view = new TerminalView(
    { result: (line) => lines.push(line), note: (line) => lines.push(line) },
    style,
  );
  for (const event of events) view.handle(event);
  await view.flush();
  return lines;
}

describe('the terminal view', () => {
  it('shows each changed resource on one line, with its source location', async () => {
    const lines = await told(
      run([
        resource('Package[glance-api]', { changes: [absent], duration: 12_300 }),
        resource('File[/etc/motd]', { changes: [{ property: 'mode', from: '0600', to: '0644' }] }),
        resource('User[bob]', { changes: [{ property: 'ensure', from: 'present', to: 'absent' }] }),
        resource('Glance_api_config[DEFAULT/workers]', {
          changes: [absent, { property: 'value', from: undefined, to: ['4'] }],
        }),
      ]),
    );
    expect(lines.slice(0, -1)).to.deep.equal([
      '+ created Package[glance-api]  took 12 s  site.ts:12',
      '~ changed File[/etc/motd]  mode: 0600 → 0644  site.ts:12',
      '- removed User[bob]  site.ts:12',
      '+ created Glance_api_config[DEFAULT/workers]  value: 4  site.ts:12',
    ]);
  });

  it('shows why a service was restarted', async () => {
    const refreshedBy = [
      'Glance_api_config[DEFAULT/a]',
      'Glance_api_config[DEFAULT/b]',
      'Package[glance-api]',
    ];
    const [first, second] = await told(
      run([resource('Service[glance-api]', { refresh: 'done', refreshedBy })]),
    );
    expect(first).to.equal('↻ restarted Service[glance-api]  site.ts:12');
    expect(second).to.equal(
      '    because of Glance_api_config[DEFAULT/a], Glance_api_config[DEFAULT/b] and 1',
    );
  });

  it('shows all changes of a list that is too long for one line, up to the height of a screen', async () => {
    const files = Array.from({ length: 90 }, (_, index) => `/var/tmp/old/archive-${index}.log`);
    const change = { property: 'recurse', from: files.slice(0, 2), to: [] };
    const lines = await told(run([resource('Tidy[/var/tmp/old]', { changes: [change] })]));
    expect(lines.slice(0, -1)).to.deep.equal([
      '~ changed Tidy[/var/tmp/old]  site.ts:12',
      '    recurse:',
      '    - /var/tmp/old/archive-0.log',
      '    - /var/tmp/old/archive-1.log',
    ]);
    const kept = { property: 'groups', from: [...files.slice(0, 3)], to: [...files.slice(1, 3), 'new'] };
    expect((await told(run([resource('User[a]', { changes: [kept] })]))).slice(2, -1)).to.deep.equal([
      '    - /var/tmp/old/archive-0.log',
      '    + new',
    ]);
    const many = await told(run([resource('Tidy[/var/tmp/old]', { changes: [{ ...change, from: files }] })]));
    expect(many.slice(-2, -1)).to.deep.equal(['    … 10 more']);
  });

  it('shows changes of a text line by line', async () => {
    const change = { property: 'content', from: 'a\nb\nc\n', to: 'a\nB\nc\n' };
    const lines = await told(run([resource('File[/etc/motd]', { changes: [change] })]));
    expect(lines.slice(0, -1)).to.deep.equal([
      '~ changed File[/etc/motd]  site.ts:12',
      '    content:',
      '    @@ -1,3 +1,3 @@',
      '     a',
      '    -b',
      '    +B',
      '     c',
    ]);
  });

  it('keeps the order of events while texts are compared', async () => {
    const change = { property: 'content', from: 'a\n', to: 'b\n' };
    const lines = await told(
      run([resource('File[/a]', { changes: [change] }), resource('File[/b]', { changes: [absent] })]),
    );
    expect(lines[0]).to.match(/File\[\/a\]/);
    expect(lines.at(-2)).to.match(/File\[\/b\]/);
  });

  it('shows the reason of a failure, and the cause of skipped resources once', async () => {
    const cause = 'Package[glance-api]';
    const reason = 'it waits for what failed';
    const skipped = ['a', 'b', 'c', 'd'].map((title) =>
      resource(`File[/${title}]`, { outcome: 'skipped', cause, reason }),
    );
    const lines = await told(
      run([
        resource(cause, { outcome: 'failed', reason: 'apt-get ended with status 100:\nE: no such package' }),
        ...skipped,
      ]),
    );
    expect(lines).to.deep.equal([
      '✗ failed Package[glance-api]  site.ts:12',
      '    apt-get ended with status 100:',
      '    E: no such package',
      '» skipped 4 file resources (File[/a], File[/b], …): Package[glance-api] failed',
      '1 failed, 4 skipped in 4.2 s',
    ]);
  });

  it('groups what may change by type and cause', async () => {
    const settings = Array.from({ length: 164 }, (_, index) =>
      resource(`Glance_api_config[DEFAULT/${index}]`, { outcome: 'may', cause: 'Package[glance-api]' }),
    );
    const service = resource('Service[glance-api]', { outcome: 'may', cause: 'Package[glance-api]' });
    expect(await told(run([...settings, service], 'plan'))).to.deep.equal([
      '? may change 164 glance_api_config resources (Glance_api_config[DEFAULT/0],',
      '    Glance_api_config[DEFAULT/1], …): they come after Package[glance-api]',
      '? may change Service[glance-api] (site.ts:12): it comes after',
      '    Package[glance-api]',
      'plan: 165 may change in 4.2 s',
    ]);
  });

  it('summarizes the run, and counts creations, changes and restarts separately', async () => {
    const lines = await told(
      run(
        [
          resource('Package[a]', { changes: [absent] }),
          resource('File[/b]', { changes: [{ property: 'mode', from: '0600', to: '0644' }] }),
          resource('Service[c]', { refresh: 'done', refreshedBy: ['File[/b]'] }),
        ],
        'apply',
        40,
      ),
    );
    expect(lines.at(-1)).to.equal('1 created, 1 changed, 1 restarted, 40 unchanged in 4.2 s');
  });

  it('uses the future tense for a plan', async () => {
    const lines = await told(
      run([resource('Package[a]', { outcome: 'will', changes: [absent] })], 'plan', 2),
    );
    expect(lines).to.deep.equal([
      '+ create Package[a]  site.ts:12',
      'plan: 1 to create, 2 unchanged in 4.2 s',
    ]);
  });

  it('reports that a command was executed', async () => {
    const returns = { property: 'returns', from: 'notrun', to: [0] };
    const lines = await told(
      run([
        resource('Exec[a]', { changes: [returns], corrective: true }),
        resource('Exec[b]', { refresh: 'done', refreshedBy: ['File[/b]'] }),
      ]),
    );
    expect(lines).to.deep.equal([
      '~ ran Exec[a]  site.ts:12',
      '~ ran Exec[b]  because of File[/b]  site.ts:12',
      '2 ran in 4.2 s',
    ]);
  });

  it('reports that something has changed on the host since the last run', async () => {
    const changes = [{ property: 'mode', from: '0600', to: '0644' }];
    const lines = await told(run([resource('File[/b]', { changes, corrective: true })]));
    expect(lines[2]).to.equal('    it was in sync after the last run, and has changed on the host since');
  });

  it('uses colours if it may, with the same text', async () => {
    const events = run([resource('File[/b]', { changes: [{ property: 'mode', from: '0600', to: '0644' }] })]);
    const coloured = (await told(events, { ...plain, paint: makePaint(true) })).join('\n');
    expect(coloured).to.include('\x1b[33m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
    expect(coloured.replace(/\x1b\[\d+m/g, '')).to.equal((await told(events)).join('\n'));
  });

  it('passes no control character of a host to the terminal', async () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (title, value, reason) => {
        const lines = await told(
          run([
            resource(`File[${title}]`, { changes: [{ property: 'owner', from: value, to: [value, title] }] }),
            resource(`File[${title}]`, {
              changes: [{ property: 'content', from: value, to: `${value}\n${reason}` }],
            }),
            resource(`Exec[${title}]`, { outcome: 'failed', reason }),
            resource(`Exec[${title}]`, { outcome: 'skipped', cause: reason }),
            resource(`Exec[${title}]`, { outcome: 'may', reason }),
          ]),
        );
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
        expect(lines.join('')).not.to.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
      { numRuns: 40 },
    );
  });

  it('wraps text within the columns if its words permit it', async () => {
    const lines = await told(
      run([
        resource('Service[glance-api]', { outcome: 'failed', reason: 'many short words '.repeat(20) }),
        resource('Exec[a]', { outcome: 'skipped', cause: 'Service[glance-api]' }),
        resource('File[/etc/some/rather/long/path/to/a/file]', { changes: [absent] }),
      ]),
      { ...plain, width: 60 },
    );
    for (const line of lines) expect(visibleLength(line)).to.be.at.most(60);
  });
});
