import { orderings } from '../engine/graph/ordering.js';
import type { OptionSpec } from './command.js';

/** The option of every command that runs or reads files that root must not accept from other users. */
export const trustOption = {
  'trust-manifest': {
    type: 'boolean',
    doc: 'as root, accept a manifest, data and packages that other users can change',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The options of every command that looks up data. */
export const dataOptions = {
  data: {
    type: 'string',
    value: 'PATH',
    doc: 'use this data for class parameters and lookups: a hiera.yaml or a directory',
  },
  'hiera-config': {
    type: 'string',
    value: 'FILE',
    doc: "a hiera.yaml whose data has precedence: Puppet's global layer",
  },
  identity: {
    type: 'string',
    value: 'FILE',
    doc: 'the age identity that decrypts values (GLANCE_APPLY_IDENTITY_FILE)',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The options of every command that compiles a manifest. */
export const factsOptions = {
  ...dataOptions,
  facts: {
    type: 'string',
    value: 'FILE',
    doc: 'compile with the facts in this JSON or YAML file, for another host, instead of the facts of this host',
  },
  release: {
    type: 'string',
    value: 'NAME',
    doc: "compile for this OpenStack release (zed, 2024.1, …) instead of the platform's default",
  },
  strict: { type: 'boolean', doc: 'treat warnings of the compilation as errors' },
  ...trustOption,
  'time-limit': {
    type: 'string',
    value: 'SECONDS',
    doc: 'stop if loading and compiling the manifest takes longer; 0 for no limit (60)',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export const runOptions = {
  ordering: {
    type: 'string',
    value: 'HOW',
    choices: orderings,
    doc: "how the order of declarations applies where no relation does: 'manifest' keeps it for commands, packages and services, 'relations' ignores it, 'sequential' keeps it for everything, as Puppet does (manifest)",
  },
  json: {
    type: 'boolean',
    doc: 'print the events of the run, one per line, and nothing else on standard output',
  },
  'detailed-exitcodes': {
    type: 'boolean',
    doc: 'exit with 2 if something changed (plan: would change), 6 if something failed as well',
  },
  'run-name': {
    type: 'string',
    value: 'NAME',
    doc: 'the name under which the host records the pending refreshes of this run (the path of the manifest)',
  },
  'state-dir': {
    type: 'string',
    value: 'DIR',
    doc: 'the state directory on the host (/var/lib/glance-apply)',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The option that every command has. */
export const helpOption = {
  help: { type: 'boolean', doc: 'show this help' },
} as const satisfies Readonly<Record<string, OptionSpec>>;
