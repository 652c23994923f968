import { raise } from '../../errors/glance-apply-error.js';
import { revealAll, Secret } from '../../secrets/secret.js';
import { printableJson } from '../../views/index.js';
import { type Call, type Command, textOption } from '../command.js';
import { createStyle } from '../create-style.js';
import { escapeForTerminal } from '../escape-for-terminal.js';
import { exitStatus } from '../exit-status.js';
import { dataOptions, factsOptions, trustOption } from '../options.js';
import { refuseUntrustedData } from '../refuse-untrusted-data.js';
import { reportFailure } from '../report-failure.js';

/** Looks up a key in the data, and explains the result. */
export const lookup: Command = {
  name: 'lookup',
  summary: 'look up a key in the data, and explain the result',
  description: `Looks up a key in the data of this node as a manifest does, or a class for its parameters. The data is a hiera.yaml and the files that it names, or a directory with the conventional layout. Dots select a value inside a hash or list: users.alice.shell.

Without --data it uses the hiera.yaml of the working directory, or its directory data. Secrets are redacted unless --show-secrets is given.`,
  args: [{ name: 'KEY', required: true }],
  options: {
    explain: { type: 'boolean', doc: 'show what every file has for the key, and which value was used' },
    merge: {
      type: 'string',
      value: 'HOW',
      doc: 'first, unique, hash or deep, or a JSON hash with strategy and options (the lookup_options of the key)',
    },
    'knockout-prefix': {
      type: 'string',
      value: 'TEXT',
      doc: 'with deep: remove elements that begin with this prefix',
    },
    'sort-merged-arrays': { type: 'boolean', doc: 'with deep: sort merged lists' },
    'merge-hash-arrays': { type: 'boolean', doc: 'with deep: merge hashes in lists by position' },
    default: {
      type: 'string',
      value: 'VALUE',
      doc: 'the value if the key is not found: JSON or a string',
    },
    json: { type: 'boolean', doc: 'print the value, or the explanation, as JSON' },
    'show-secrets': { type: 'boolean', doc: 'print secrets in plain text' },
    ...dataOptions,
    facts: factsOptions.facts,
    ...trustOption,
  },
  examples: [
    { line: 'glance-apply lookup glance::api::workers --explain', doc: 'Which file sets it.' },
    {
      line: 'glance-apply lookup users --data hiera.yaml --facts db1.json --merge deep --json',
      doc: 'The value for another host.',
    },
  ],
  async run(call) {
    // Only parts of the library: a lookup needs neither the classes nor, if facts are given, a host.
    const [{ openDefaultData }, { resolveFacts }] = await Promise.all([
      import('../open-data.js'),
      import('../resolve-facts.js'),
      // Needed next, and loaded in parallel.
      import('../../data/hierarchy/index.js'),
    ]);
    const [key = ''] = call.args;
    const data = await openDefaultData(call, await resolveFacts(call));
    const merge = parseMerge(call);
    const shown = (value: unknown) => (call.options['show-secrets'] === true ? revealAll(value) : value);
    const write = (text: string) => call.io.stdout.write(`${text}\n`);
    if (call.options.explain === true) {
      const [{ explain }, { renderLookupExplanation }] = await Promise.all([
        import('../../data/hierarchy/index.js'),
        import('../render-lookup-explanation.js'),
      ]);
      const explanation = explain(data, key, merge);
      await refuseUntrustedData(call, data.files());
      const lines = renderLookupExplanation(
        explanation,
        createStyle(call.io.stdout, call.io),
        call.options['show-secrets'] === true,
      );
      const { refused, ...plain } = explanation;
      const error = refused?.diagnostics;
      write(call.options.json === true ? printableJson(shown({ ...plain, error }), 2) : lines.join('\n'));
      if (refused !== undefined) reportFailure(refused, call.io);
      return explanation.found === undefined ? exitStatus.unable : exitStatus.ok;
    }
    const found = data.lookup(key, merge === undefined ? {} : { merge });
    // Keys and further files of values were read during the lookup.
    await refuseUntrustedData(call, data.files());
    const value = found === undefined ? parseDefault(call, key) : shown(found.value);
    const isText = typeof value === 'string' || Secret.is(value);
    write(
      isText && call.options.json !== true
        ? escapeForTerminal(String(value), call.io.stdout)
        : printableJson(value, 2),
    );
    return exitStatus.ok;
  },
};

function parseMerge(call: Call) {
  const given = textOption(call, 'merge');
  const prefix = textOption(call, 'knockout-prefix');
  const options = {
    ...(prefix === undefined ? {} : { knockout_prefix: prefix }),
    ...(call.options['sort-merged-arrays'] === true ? { sort_merged_arrays: true } : {}),
    ...(call.options['merge-hash-arrays'] === true ? { merge_hash_arrays: true } : {}),
  };
  if (given === undefined && Object.keys(options).length === 0) return undefined;
  const base = given?.startsWith('{') ? parseMergeHash(given) : { strategy: given ?? 'deep' };
  // Validated by the lookup, like the merge options in data files.
  return { ...base, ...options } as { strategy: 'deep' };
}

function parseMergeHash(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return raise('usage.option', `the option '--merge' cannot be '${text}'`, {
      hint: `write a hash as JSON: '{"strategy": "deep", "knockout_prefix": "--"}'`,
    });
  }
}

function parseDefault(call: Call, key: string): unknown {
  const given = textOption(call, 'default');
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
