import { raise } from '../../errors/glance-apply-error.js';
import { revealAll, Secret } from '../../secrets/secret.js';
import { printableJson } from '../../views/index.js';
import { defineCommand } from '../command.js';
import { createStyle } from '../create-style.js';
import { escapeForTerminal } from '../escape-for-terminal.js';
import { exitStatus } from '../exit-status.js';
import { flag, type OptionSpecs, type OptionValues, string } from '../option-spec.js';
import { dataOptions, factsOption, trustOption } from '../options.js';
import { reportFailure } from '../report-failure.js';
import { refuseUntrustedData, toTrust } from '../trust.js';

const options = {
  explain: flag('show what every file has for the key, and which value was used'),
  merge: string(
    'HOW',
    'first, unique, hash or deep, or a JSON hash with strategy and options (the lookup_options of the key)',
  ),
  'knockout-prefix': string('TEXT', 'with deep: remove elements that begin with this prefix'),
  'sort-merged-arrays': flag('with deep: sort merged lists'),
  'merge-hash-arrays': flag('with deep: merge hashes in lists by position'),
  default: string('VALUE', 'the value if the key is not found: JSON or a string'),
  json: flag('print the value, or the explanation, as JSON'),
  'show-secrets': flag('print secrets in plain text'),
  ...dataOptions,
  ...factsOption,
  ...trustOption,
} satisfies OptionSpecs;

/** Looks up a key in the data, and explains the result. */
export const lookup = defineCommand({
  name: 'lookup',
  summary: 'look up a key in the data, and explain the result',
  description: `Looks up a key in the data of this node as a manifest does, or a class for its parameters. The data is a hiera.yaml and the files that it names, or a directory with the conventional layout. Dots select a value inside a hash or list: users.alice.shell.

Without --data it uses the hiera.yaml of the working directory, or its directory data. Secrets are redacted unless --show-secrets is given.`,
  args: [{ name: 'KEY', required: true }],
  options,
  examples: [
    { line: 'glance-apply lookup glance::api::workers --explain', doc: 'Which file sets it.' },
    {
      line: 'glance-apply lookup users --data hiera.yaml --facts db1.json --merge deep --json',
      doc: 'The value for another host.',
    },
  ],
  async run({ args: [key], options, io }) {
    // Only parts of the library: a lookup needs neither the classes nor, if facts are given, a host.
    const [{ openDefaultData }, { resolveFacts }] = await Promise.all([
      import('../open-data.js'),
      import('../resolve-facts.js'),
      // Needed next, and loaded in parallel.
      import('../../data/hierarchy/index.js'),
    ]);
    const data = await openDefaultData(options, await resolveFacts(options), io);
    const merge = parseMerge(options);
    const showSecrets = options['show-secrets'];
    const redact = (value: unknown) => (showSecrets ? revealAll(value) : value);
    const write = (text: string) => io.stdout.write(`${text}\n`);
    if (options.explain) {
      const [{ explain }, { renderLookupExplanation }] = await Promise.all([
        import('../../data/hierarchy/index.js'),
        import('../render-lookup-explanation.js'),
      ]);
      const explanation = explain(data, key, merge);
      await refuseUntrustedData(data.files(), toTrust(options));
      const lines = renderLookupExplanation(explanation, createStyle(io.stdout, io), showSecrets);
      const { refused, ...plain } = explanation;
      const error = refused?.diagnostics;
      write(options.json ? printableJson(redact({ ...plain, error }), 2) : lines.join('\n'));
      if (refused !== undefined) reportFailure(refused, io);
      return explanation.found === undefined ? exitStatus.unable : exitStatus.ok;
    }
    const found = data.lookup(key, merge === undefined ? {} : { merge });
    // Keys and further files of values were read during the lookup.
    await refuseUntrustedData(data.files(), toTrust(options));
    const value = found === undefined ? parseDefault(options.default, key) : redact(found.value);
    const isText = typeof value === 'string' || Secret.is(value);
    write(isText && !options.json ? escapeForTerminal(String(value), io.stdout) : printableJson(value, 2));
    return exitStatus.ok;
  },
});

function parseMerge(values: OptionValues<typeof options>) {
  const { merge, 'knockout-prefix': prefix } = values;
  const details = {
    ...(prefix === undefined ? {} : { knockout_prefix: prefix }),
    ...(values['sort-merged-arrays'] ? { sort_merged_arrays: true } : {}),
    ...(values['merge-hash-arrays'] ? { merge_hash_arrays: true } : {}),
  };
  if (merge === undefined && Object.keys(details).length === 0) return undefined;
  const base = merge?.startsWith('{') ? parseMergeHash(merge) : { strategy: merge ?? 'deep' };
  // Validated by the lookup, like the merge options in data files.
  return { ...base, ...details } as { strategy: 'deep' };
}

function parseMergeHash(text: string): object {
  try {
    const options: object = JSON.parse(text);
    return options;
  } catch {
    return raise('usage.option', `the option '--merge' cannot be '${text}'`, {
      hint: `write a hash as JSON: '{"strategy": "deep", "knockout_prefix": "--"}'`,
    });
  }
}

function parseDefault(given: string | undefined, key: string): unknown {
  if (given === undefined) {
    return raise('data.not-found', `the data has no value for '${key}'`, {
      hint: 'add --explain to see the files that were searched',
    });
  }
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}
