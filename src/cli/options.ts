import { orderings } from '../engine/graph/ordering.js';
import { fleetOptions } from './fleet/fleet-options.js';
import { choice, flag, type OptionSpecs, type OptionValues, seconds, string } from './option-spec.js';

/** The option of every command that runs or reads files that root must not accept from other users. */
export const trustOption = {
  'trust-manifest': flag('as root, accept a manifest, data and packages that other users can change'),
} satisfies OptionSpecs;

/** The option that names an identity for encrypted data. */
export const identityOption = {
  identity: string('FILE', 'the age identity that decrypts values (GLANCE_APPLY_IDENTITY_FILE)'),
} satisfies OptionSpecs;

/** The options of every command that reads data. */
export const dataOptions = {
  data: string('PATH', 'use this data for class parameters and lookups: a hiera.yaml or a directory'),
  'hiera-config': string('FILE', "a hiera.yaml whose data has precedence: Puppet's global layer"),
  ...identityOption,
} satisfies OptionSpecs;

/** The option of every command that needs facts. */
export const factsOption = {
  facts: string(
    'FILE',
    'compile with the facts in this JSON or YAML file, for another host, instead of the facts of this host',
  ),
} satisfies OptionSpecs;

/** The options of every command that compiles a manifest. */
export const compileOptions = {
  ...dataOptions,
  ...factsOption,
  release: string(
    'NAME',
    "compile for this OpenStack release (zed, 2024.1, …) instead of the platform's default",
  ),
  strict: flag('treat warnings of the compilation as errors'),
  ...trustOption,
  'time-limit': seconds(60, 'stop if loading and compiling the manifest takes longer; 0 for no limit (60)'),
} satisfies OptionSpecs;

/** The options of the commands that compare a manifest with this host. */
export const runOptions = {
  ordering: choice(
    'HOW',
    orderings,
    "how the order of declarations applies where no relation does: 'manifest' keeps it for commands, packages and services, 'relations' ignores it, 'sequential' keeps it for everything, as Puppet does (manifest)",
  ),
  json: flag('print the events of the run, one per line, and nothing else on standard output'),
  'detailed-exitcodes': flag(
    'exit with 2 if something changed (plan: would change), 6 if something failed as well',
  ),
  'run-name': string(
    'NAME',
    'the name under which the host records the pending refreshes of this run (the path of the manifest)',
  ),
  'state-dir': string('DIR', 'the state directory on the host (/var/lib/glance-apply)'),
  ...compileOptions,
  ...fleetOptions,
} satisfies OptionSpecs;

/** The option that every command has. */
export const helpOption = { help: flag('show this help') } satisfies OptionSpecs;

/** The values of the options of every command that reads data. */
export type DataOptions = OptionValues<typeof dataOptions & typeof trustOption>;

/** The values of the options of every command that compiles a manifest. */
export type CompileOptions = OptionValues<typeof compileOptions>;

/** The values of the options of the commands that compare a manifest with this host. */
export type RunOptions = OptionValues<typeof runOptions>;
