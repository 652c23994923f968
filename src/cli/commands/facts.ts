import { defineCommand } from '../command.js';
import { factsOf } from '../fleet/facts-of.js';
import { hostOptions } from '../fleet/host-options.js';
import { choice, type OptionSpecs } from '../option-spec.js';
import { trustOption } from '../options.js';

const options = {
  ...hostOptions,
  format: choice('FORMAT', ['json', 'yaml'] as const, 'json or yaml (json)'),
  ...trustOption,
} satisfies OptionSpecs;

/** Prints the facts of hosts. */
export const facts = defineCommand({
  name: 'facts',
  summary: 'print the facts of this host or of others',
  description: `Prints what manifests know of a host: operating system, addresses, memory. Without hosts, of this machine; the output can be passed to --facts. With hosts, by name; a host that cannot be reached is reported, and the others are printed.`,
  args: [],
  options,
  examples: [
    { line: 'glance-apply facts > here.json', doc: 'The facts of this machine.' },
    { line: 'glance-apply facts --inventory hosts.ini --format yaml', doc: 'Those of all hosts.' },
  ],
  run: ({ options: given, io }) => factsOf(given, io),
});
