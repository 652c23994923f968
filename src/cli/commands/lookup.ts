import { raise } from '../../errors/glance-apply-error.js';
import { revealAll, Secret } from '../../secrets/secret.js';
import { printableJson } from '../../views/index.js';
import { type Call, type Command, textOption } from '../command.js';
import { createStyle } from '../create-style.js';
import { escapeForTerminal } from '../escape-for-terminal.js';
import { exitStatus } from '../exit-status.js';
import { dataOptions, factsOptions, trustOption } from '../options.js';
import { reportFailure } from '../report-failure.js';

/** Says what data has for a key, and why. */
export const lookup: Command = {
  name: 'lookup',
  summary: 'what data has for a key, from which file, and why',
  description: `Looks a key up as a manifest would, or a class one of its parameters, in the data of this node: a hiera.yaml and what it names, or a folder that is read by convention. Dots lead into the value: users.alice.shell.

Without --data it takes the hiera.yaml of the working directory, or its folder data. Secrets are redacted, unless --show-secrets asks for them.`,
  args: [{ name: 'KEY', required: true }],
  options: {
    explain: { type: 'boolean', doc: 'say for every file what it has, and which value won' },
    merge: {
      type: 'string',
      value: 'HOW',
      doc: 'first, unique, hash or deep, or a hash in JSON with strategy and options; what lookup_options say, where it is not given',
    },
    'knockout-prefix': { type: 'string', value: 'TEXT', doc: 'with deep: what begins with it is taken out' },
    'sort-merged-arrays': { type: 'boolean', doc: 'with deep: sort lists that were merged' },
    'merge-hash-arrays': { type: 'boolean', doc: 'with deep: merge hashes in lists by position' },
    default: {
      type: 'string',
      value: 'VALUE',
      doc: 'what to print where nothing has the key: JSON, or a text',
    },
    json: { type: 'boolean', doc: 'print the value, or the explanation, as JSON' },
    'show-secrets': { type: 'boolean', doc: 'print secrets in clear' },
    ...dataOptions,
    facts: factsOptions.facts,
    ...trustOption,
  },
  examples: [
    { line: 'glance-apply lookup glance::api::workers --explain', doc: 'Which file sets it.' },
    {
      line: 'glance-apply lookup users --data hiera.yaml --facts db1.json --merge deep --json',
      doc: 'What another machine gets.',
    },
  ],
  async run(call) {
    // Not all of the library: a lookup needs neither the classes nor, where it is given facts, a host.
    const [
      { openDefaultData: openUsualData },
      { resolveFacts: factsOf },
      { refuseUntrustedData: refuseForeignData },
    ] = await Promise.all([
      import('../open-data.js'),
      import('../resolve-facts.js'),
      import('../refuse-untrusted-data.js'),
      // Needed in a moment, and loaded meanwhile.
      import('../../data/hierarchy/index.js'),
    ]);
    const [key = ''] = call.args;
    const data = await openUsualData(call, await factsOf(call));
    const merge = parseMerge(call);
    const shown = (value: unknown) => (call.options['show-secrets'] === true ? revealAll(value) : value);
    const write = (text: string) => call.io.stdout.write(`${text}\n`);
    if (call.options.explain === true) {
      const [{ explain }, { renderLookupExplanation: explanationLines }] = await Promise.all([
        import('../../data/hierarchy/index.js'),
        import('../render-lookup-explanation.js'),
      ]);
      const explanation = explain(data, key, merge);
      await refuseForeignData(call, data.files());
      const lines = explanationLines(
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
    // Keys, and files that values come from, have been read meanwhile.
    await refuseForeignData(call, data.files());
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
  // What it says is checked where it is used, as that of data is.
  return { ...base, ...options } as { strategy: 'deep' };
}

function parseMergeHash(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return raise('usage.option', `the option '--merge' cannot be '${text}'`, {
      hint: `a hash is written as JSON: '{"strategy": "deep", "knockout_prefix": "--"}'`,
    });
  }
}

function parseDefault(call: Call, key: string): unknown {
  const given = textOption(call, 'default');
  if (given === undefined) {
    return raise('data.not-found', `data has no value for '${key}'`, {
      hint: 'add --explain to see where it was looked for',
    });
  }
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}
