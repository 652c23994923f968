import type { CodeTable } from './code-documentation.js';

/** Manifests and runs of several hosts. */
export const fleetCodes = {
  'export.class': {
    cause: 'A class has the metaparameter exported, and only resources can be exported.',
    remedy: 'Export the resources that the class declares.',
  },
  'fleet.deadline': {
    cause: 'The run on a host has taken longer than the deadline allows.',
    remedy:
      'Find out what blocks there, such as a network file system that does not answer, or raise the deadline.',
  },
  'fleet.empty-group': {
    cause: 'once was given a group that contains no host.',
    remedy: 'Add a host to the group in the inventory, or remove the part.',
  },
  'fleet.incomplete-exports': {
    cause: 'A host collects exported resources, and at least one host of the fleet could not be compiled.',
    remedy: 'Make the facts of that host available: until then, what it exports is missing on the others.',
  },
  'fleet.machine': {
    cause: 'Two hosts of the inventory are the same machine.',
    remedy: 'Remove one of the names. If they are clones of one image, give each a machine id of its own.',
  },
  'fleet.order': {
    cause:
      'A host waits for a host of a later step of the rollout, which does not begin before this one has ended.',
    remedy: 'Change the order of the hosts, the steps of the rollout, or the relation.',
  },
  'fleet.rollout': {
    cause: 'An option of the rollout has a value that is out of range, or names an unknown group.',
    remedy: 'The message says which values are possible.',
  },
  'fleet.unknown-group': {
    cause: 'A fleet gives a part to a group that the inventory does not contain.',
    remedy: 'Correct the name, or add the group to the inventory.',
  },
  'fleet.unknown-host': {
    cause: 'A fleet or a run names a host that the inventory does not contain.',
    remedy: 'Correct the name, or add the host to the inventory.',
  },
  'fleet.unreachable': {
    cause: 'There is no connection to the host, or it was lost.',
    remedy: 'The message says why. Run again when the host is back: the run continues where it ended.',
  },
  'fleet.without-part': {
    cause: 'The fleet gives a host of the inventory nothing to do.',
    remedy: 'Give it a part, or leave it out of the run.',
  },
  'refresh.remote': {
    cause:
      'A change on one host refreshes a resource on another, and that host could not record the refresh: it is ' +
      'unreachable, locked, or not part of the run. The refresh is recorded on the first host.',
    remedy: 'Run both hosts again: the refresh is then made.',
  },
} as const satisfies CodeTable;
