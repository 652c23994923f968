import { expect } from 'chai';
import { builtCheckout, checkoutInHost, cloneInto } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { expectTruth, type Told, told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { bootSystemdHost } from '../lab/systemd-host.js';
import { drifts } from './drifts.js';

const manifest = 'manifests/quickstart.ts';

/** Uploads an image and reads it back, as somebody would who has never signed in. */
const roundTrip = `
const api = 'http://127.0.0.1:9292/v2/images';
const say = async (path, init) => {
  const answer = await fetch(api + path, init);
  if (!answer.ok) throw new Error(init?.method + ' ' + path + ': ' + answer.status + ' ' + (await answer.text()));
  return answer;
};
const json = { 'content-type': 'application/json' };
const made = await (await say('', { method: 'POST', headers: json, body: JSON.stringify({ name: 'x', disk_format: 'raw', container_format: 'bare' }) })).json();
await say('/' + made.id + '/file', { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: 'four' });
const data = await (await say('/' + made.id + '/file')).text();
const { status } = await (await say('/' + made.id)).json();
console.log(status, data);
`;

const kinds = [
  {
    kind: 'with systemd',
    start: bootSystemdHost,
    stop: ['systemctl', 'stop', 'glance-api'],
    disable: ['systemctl', 'disable', 'glance-api'],
  },
  {
    kind: 'without an init system',
    start: startPlainHost,
    stop: ['service', 'glance-api', 'stop'],
    disable: ['update-rc.d', 'glance-api', 'disable'],
  },
];

for (const { kind, start, stop, disable } of kinds) {
  describe(`manifests/quickstart.ts on a bare Debian 12 ${kind}`, () => {
    let host: LabHost;
    let plan: Told;
    const glanceApply = async (words: readonly string[], user: readonly string[] = []) =>
      host.run([...user, 'node', `${checkoutInHost}/dist/glance-apply.js`, ...words], {
        directory: checkoutInHost,
      });
    const json = async (command: 'plan' | 'apply') =>
      told(await glanceApply([command, manifest, '--json', '--detailed-exitcodes']));
    const serviceStarted = async () =>
      (await host.must(['sh', '-c', 'stat -c %Y /proc/$(pgrep -o -f bin/glance-api)'])).trim();

    before(async () => {
      host = await start({ [checkoutInHost]: await builtCheckout() });
    });
    after(() => host?.stop());

    it('is planned without root, and nothing is left behind', async () => {
      const nobody = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'];
      const output = await glanceApply(['plan', manifest, '--json', '--detailed-exitcodes'], nobody);
      plan = told(output);
      expect(plan.status).to.equal(2);
      expect(plan.of('will')).to.include('Package[glance-api]');
      expect(plan.of('failed')).to.deep.equal([]);
      expect((await host.run(['test', '-e', '/var/lib/glance-apply'])).status).to.equal(1);
    });

    it('is applied as it was planned, and the API answers', async () => {
      const applied = await json('apply');
      expect(applied.of('failed')).to.deep.equal([]);
      expect(applied.status).to.equal(2);
      expectTruth(plan, applied);
      const { stdout, stderr } = await host.run(['node', '--input-type=module', '-e', roundTrip]);
      expect(stdout, stderr).to.equal('active four\n');
    });

    it('changes nothing and restarts nothing the second time', async () => {
      const since = await serviceStarted();
      const again = [await json('apply'), await json('apply'), await json('apply')];
      for (const one of again) expect([one.status, one.resources]).to.deep.equal([0, []]);
      expect((await json('plan')).status).to.equal(0);
      expect(await serviceStarted()).to.equal(since);
    });

    for (const { what, by, will, also } of drifts(stop, disable)) {
      it(`finds and repairs ${what}, and only that`, async () => {
        await host.must(by);
        const found = await json('plan');
        expect(found.of('failed')).to.deep.equal([]);
        expect(found.of('will')).to.include.members(will);
        const repaired = await json('apply');
        expect(repaired.of('failed')).to.deep.equal([]);
        expectTruth(found, repaired);
        // A package brings back more than one thing that was looked after.
        if (!what.includes('package')) expect([...will, ...also]).to.include.members(repaired.of('changed'));
        expect((await json('apply')).resources).to.deep.equal([]);
      });
    }
  });
}

describe('the two commands of the README on a bare Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await bootSystemdHost();
    await cloneInto(host, '/root/glance-apply');
  });
  after(() => host?.stop());

  it('bring it to a running Glance, and say what was changed', async () => {
    const words = ['sh', '-c', `npm ci && npx glance-apply ${manifest}`];
    const first = await host.run(words, { directory: '/root/glance-apply' });
    expect(first.status, first.stderr).to.equal(0);
    expect(first.stdout).to.match(/Package\[glance-api\]/);
    const { stdout } = await host.run(['node', '--input-type=module', '-e', roundTrip]);
    expect(stdout).to.equal('active four\n');
    const second = await host.run(['npx', 'glance-apply', manifest], { directory: '/root/glance-apply' });
    expect(second.status).to.equal(0);
    expect(second.stdout).to.match(/^\d+ unchanged in [\d.]+ m?s$/m);
  });
});
