import { orderings } from '../engine/graph/ordering.js';
import type { OptionSpec } from './command.js';

/** Of every command that runs or reads what root must not take from others. */
export const trustOption = {
  'trust-manifest': {
    type: 'boolean',
    doc: 'as root, take a manifest, data and packages that others can change all the same',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Options for data, of every command that looks something up. */
export const dataOptions = {
  data: {
    type: 'string',
    value: 'PATH',
    doc: 'take class parameters and lookups from this data: a hiera.yaml, or a folder',
  },
  'hiera-config': {
    type: 'string',
    value: 'FILE',
    doc: 'a hiera.yaml whose data outweighs the rest: the global layer of Puppet',
  },
  identity: {
    type: 'string',
    value: 'FILE',
    doc: 'the age identity that encrypted values are read with (GLANCE_APPLY_IDENTITY_FILE)',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Options that several commands take. */
export const factsOptions = {
  ...dataOptions,
  facts: {
    type: 'string',
    value: 'FILE',
    doc: 'compile with the facts of this JSON or YAML file, those of another machine, instead of the ones gathered here',
  },
  release: {
    type: 'string',
    value: 'NAME',
    doc: "compile for this OpenStack release (zed, 2024.1, …) instead of the platform's own",
  },
  strict: { type: 'boolean', doc: 'treat warnings of the compilation as errors' },
  ...trustOption,
  'time-limit': {
    type: 'string',
    value: 'SECONDS',
    doc: 'give up on a manifest that takes longer to load and compile; 0 for no limit (60)',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export const runOptions = {
  ordering: {
    type: 'string',
    value: 'HOW',
    choices: orderings,
    doc: "how much the order of declarations counts where no relation says more: 'manifest' keeps commands, packages and services in their place, 'relations' nothing, 'sequential' everything, as Puppet does (manifest)",
  },
  json: {
    type: 'boolean',
    doc: 'print the events of the run, one a line, and nothing else on standard output',
  },
  'detailed-exitcodes': {
    type: 'boolean',
    doc: 'exit with 2 where something changed (plan: is pending), 6 where something failed as well',
  },
  'run-name': {
    type: 'string',
    value: 'NAME',
    doc: 'what the run is called on the host, where refreshes left pending are remembered by it (the path of the manifest)',
  },
  'state-dir': {
    type: 'string',
    value: 'DIR',
    doc: 'where the host keeps what runs must remember (/var/lib/glance-apply)',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Taken by every command. */
export const helpOption = {
  help: { type: 'boolean', doc: 'say what the command does and takes' },
} as const satisfies Readonly<Record<string, OptionSpec>>;
