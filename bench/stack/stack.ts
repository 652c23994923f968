import type { Benchmark, Measurement, Sample, Side } from '../support/measurement.js';
import { StackHost } from './stack-host.js';

const manifest = 'manifests/all-in-one.ts';
const OTHER_USERS = 2000;

/**
 * The whole stack, on a bare host and with nothing to change. Three hosts of the lab are built one after the other: by
 * hand, by glance-apply and by Puppet; the last two are kept, and compared when they are in sync.
 */
export const stack: Benchmark = async (workspace) => {
  if (process.getuid?.() !== 0) {
    console.error('not measured: the whole stack needs root, to create hosts');
    return [];
  }
  const ours = await StackHost.boot(workspace);
  const bare = await StackHost.boot(workspace);
  const packages = await ours.packagesOf(manifest);
  console.error('by hand …');
  const floor = await bare.timed(['sh', 'bench/stack/by-hand.sh', ...packages]);
  await bare.stop();
  console.error('glance-apply on a bare host …');
  const first = await ours.apply(manifest, { changes: true });

  const theirs = await StackHost.boot(workspace);
  await theirs.installPuppet();
  console.error('puppet apply on a bare host …');
  const puppetFirst = await theirs.puppet();
  // What the first run has left to do: Puppet changes a few things in every run.
  await theirs.puppet();
  const puppet: Side = { name: 'puppet apply', runs: 2, sample: () => theirs.puppet() };

  console.error('users …');
  await ours.apply('bench/stack/users.ts', { changes: true });
  await ours.timed(['node', 'bench/stack/users.mjs', String(OTHER_USERS)]);

  return [
    {
      work: 'all-in-one on a bare host, against apt, db_syncs and bootstrap by hand',
      ours: measured('glance-apply', first),
      reference: measured('by hand', floor),
      bounds: [{ kind: 'ratio', atMost: 1.35 }],
    },
    {
      work: 'all-in-one on a bare host, against puppet apply',
      ours: measured('glance-apply', first),
      reference: measured('puppet apply', puppetFirst),
      bounds: [{ kind: 'ratio', atMost: 0.4 }],
    },
    {
      work: 'all-in-one in sync, against puppet apply',
      ours: { name: 'glance-apply', runs: 5, sample: () => ours.apply(manifest) },
      reference: puppet,
      bounds: [
        { kind: 'time', below: 1000 },
        { kind: 'faster', times: 40 },
      ],
    },
    {
      work: `200 Keystone users with a role each in sync, beside ${OTHER_USERS} others`,
      ours: { name: 'glance-apply', runs: 5, sample: () => ours.apply('bench/stack/users.ts') },
      bounds: [{ kind: 'time', below: 2000 }],
    },
  ] satisfies Measurement[];
};

/** A measurement with one sample, because it takes minutes and a new host. */
function measured(name: string, sample: Sample): Side {
  return { name, runs: 1, sample: async () => sample };
}
