import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import fc from 'fast-check';
import { formatAptSource } from '../../../src/formats/apt-source.js';
import { formatBrokerSetting } from '../../../src/formats/broker-conf.js';
import { toCronWord } from '../../../src/formats/cron-word.js';
import { checkErlangTerm, toErlangAtom } from '../../../src/formats/erlang-text.js';
import { formatOptionFile } from '../../../src/formats/option-file.js';
import { toConfigParserText, toOsloText } from '../../../src/formats/oslo-text.js';
import { toDoubleQuoted, toShellWord } from '../../../src/formats/shell.js';
import { formatYaml, formatYamlEntry } from '../../../src/formats/yaml-text.js';
import { toFstabLine } from '../../../src/resources/mount/fstab.js';
import { oddFileText, oddLine, oddText } from '../../formats/odd-text.js';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { runResources } from '../lab/run-resources.js';
import { bootSystemdHost } from '../lab/systemd-host.js';

const COUNT = 500;
/** The same texts in every run, and others where they are asked for. */
const SEED = Number(process.env.GLANCE_APPLY_SEED ?? 20260101);

/** Texts that one version of YAML or another takes for something that is no text. */
const ambiguous = (
  'yes No on OFF y n true null ~ 1 0o17 012 1_000 0x1F 1e3 .5 1. e0 .inf .nan 1:30 190:20:30.15 2001-01-01 = << - --- ... ' +
  '2001-12-14t21:59:43.10-05:00 !x &a *a @x %y `z'
).split(' ');

const packages = [
  ...['python3-yaml', 'python3-oslo.config', 'rabbitmq-server', 'mariadb-client', 'mariadb-server-core'],
  ...['cron', 'augeas-tools'],
];

function here(name: string): Promise<string> {
  return readFile(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
}

/** What of some texts can be written. */
function writable<T>(texts: readonly T[], write: (text: T) => string): { text: T; written: string }[] {
  return texts.flatMap((text) => {
    try {
      return [{ text, written: write(text) }];
    } catch {
      return [];
    }
  });
}

describe('what is written for another program is read there as it was meant:', () => {
  let host: LabHost;
  const put = (name: string, input: string) => host.must(['tee', `/root/law/${name}`], { input });

  before(async () => {
    fc.configureGlobal({ seed: SEED });
    host = await bootSystemdHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['mkdir', '-p', '/root/law', '/root/law/sources']);
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    await host.must(['apt-get', '-q', 'update']);
    await host.must(['apt-get', '-qy', '--no-install-recommends', 'install', ...packages], { environment });
  });
  after(async () => {
    fc.resetConfigureGlobal();
    await host?.stop();
  });

  it("by Python's readers of YAML, of oslo.config and of INI files", async () => {
    const texts = [...ambiguous, ...fc.sample(oddText, COUNT)];
    const values = Object.fromEntries(texts.map((text, at) => [`k${at}`, text]));
    const names = Object.fromEntries(texts.map((text, at) => [text, `v${at}`]));
    const starts = fc.sample(fc.constantFrom('', '', '', '', '$debug', '\\$debug'), COUNT);
    const lines = fc.sample(oddLine, COUNT).map((text, at) => `${starts[at]}${text}`);
    const trimmed = lines.map((text) => text.trim());
    await put('document.yaml', formatYaml({ values, names }));
    await put('entries.yaml', texts.map((text, at) => `${formatYamlEntry(`k${at}`, text)}\n`).join(''));
    const setting = (text: string, at: number) => `k${at} = ${text}\n`;
    await put('oslo.conf', `[g]\n${lines.map((text, at) => setting(toOsloText(text).trim(), at)).join('')}`);
    await put(
      'parser.conf',
      `[g]\n${trimmed.map((text, at) => setting(toConfigParserText(text), at)).join('')}`,
    );
    await put('read.py', await here('read-formats.py'));
    const read = JSON.parse(await host.must(['python3', '/root/law/read.py', '/root/law', String(COUNT)]));
    for (const reader of ['python', 'libyaml']) {
      expect(read.documents[reader], reader).to.deep.equal({ values, names });
      expect(read.entries[reader], reader).to.deep.equal(values);
    }
    expect(read.oslo).to.deep.equal(lines);
    expect(read.ini).to.deep.equal(trimmed);
  });

  it('by the programs of MariaDB', async () => {
    const options = writable(
      fc.sample(oddFileText, COUNT).filter((text) => text !== ''),
      (text) => formatOptionFile({ law: { k: text } }),
    );
    const long = 'a'.repeat(3990);
    const values = [...options.map(({ text }) => text), long];
    const law = Object.fromEntries(values.map((text, at) => [`k${at}`, text]));
    await put('law.cnf', formatOptionFile({ before: { a: 1 }, law, behind: { b: 2 } }));
    const read = await host.must(['my_print_defaults', '--defaults-file=/root/law/law.cnf', 'law']);
    expect(read).to.equal(values.map((text, at) => `--k${at}=${text}\n`).join(''));
  });

  it('by Erlang: each atom as it was meant, and no term that is more than one', async () => {
    const atoms = writable(fc.sample(oddFileText, COUNT), toErlangAtom).filter(
      ({ text, written }) => text !== '' && written !== text,
    );
    const parts = [
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '\\',
      '%',
      '\n',
      ' ',
      '.',
      'a',
      'A',
      '1',
      '<<',
      '>>',
      '$',
      '|',
    ];
    const some = fc
      .array(fc.constantFrom(...parts, '#{', '=>', '"x"', 'fun', '}, {b, 1'))
      .map((list) => list.join(''));
    const terms = writable(fc.sample(some, 20 * COUNT), checkErlangTerm);
    expect(terms.length).to.be.greaterThan(COUNT / 5);
    const lists = [
      ...atoms.map(({ written }) => `[{${written}, 1}].`),
      ...terms.map(({ written }) => `[{k, ${written}}, {last, 1}].`),
    ];
    await put('terms', lists.map((list) => `${Buffer.from(list).toString('base64')}\n`).join(''));
    await put('read.escript', `#!/usr/bin/escript\n${await here('read-terms.escript')}`);
    const read = (await host.must(['escript', '/root/law/read.escript', '/root/law/terms'])).split('\n');
    const code = (text: string) => `${Buffer.from(text).toString('base64')} `;
    expect(read.slice(0, atoms.length)).to.deep.equal(atoms.map(({ text }) => code(text)));
    const both = code('k') + code('last');
    const wrong = terms.filter((_, at) => read[atoms.length + at] !== both);
    expect(wrong.map(({ text }) => text).filter((_, at) => at < 10)).to.deep.equal([]);
  });

  it("by the reader of the broker's settings", async () => {
    const values = writable(fc.sample(oddFileText, COUNT), (text) => formatBrokerSetting(['k'], text));
    await put(
      'law.conf',
      values.map(({ text }, at) => formatBrokerSetting(['k', String(at)], text)).join(''),
    );
    const program =
      'Path = filename:join(filelib:wildcard("/usr/lib/rabbitmq/lib/*/plugins/cuttlefish*/ebin")), code:add_path(Path),' +
      'Pairs = cuttlefish_conf:file("/root/law/law.conf"),' +
      '[io:format("~s ~s~n", [lists:last(Name), base64:encode(unicode:characters_to_binary(Value))]) || {Name, Value} <- Pairs],' +
      'halt().';
    const read = (await host.must(['erl', '-noinput', '-eval', program])).split('\n').filter(Boolean);
    const found = Object.fromEntries(
      read
        .map((line) => line.split(' '))
        .map(([at = '', code = '']) => [at, Buffer.from(code, 'base64').toString()]),
    );
    expect(found).to.deep.equal(Object.fromEntries(values.map(({ text }, at) => [String(at), text])));
  });

  it('by apt', async () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abz09.-+~:/\'"#\\%@!=[]'),
      minLength: 1,
      maxLength: 12,
    });
    const suites = [...new Set(fc.sample(word, 100).map((text) => `s${text}e`))];
    const keyrings = suites.map((_, at) => `/usr/share/keyrings/a-${at}'"#.gpg`);
    for (const [at, suite] of suites.entries()) {
      const fields = {
        Types: ['deb'],
        URIs: ['http://127.0.0.1/x'],
        Suites: [suite],
        Components: ['main', 'a-b'],
      };
      const content = formatAptSource(
        { ...fields, 'Signed-By': [keyrings[at] ?? ''] },
        `one\nURIs: http://evil/${at}`,
      );
      await put(`sources/s${at}.sources`, content);
    }
    const read = await host.must([
      ...['apt-get', 'indextargets', '--no-release-info', '-o', 'Dir::Etc::sourcelist=/dev/null'],
      ...['-o', 'Dir::Etc::sourceparts=/root/law/sources', 'Identifier: Packages', 'Architecture: all'],
    ]);
    const field = (stanza: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(stanza)?.[1];
    const found = read
      .split('\n\n')
      .filter((stanza) => stanza.trim() !== '')
      .map((stanza) => ['Release', 'Component', 'Site'].map((name) => field(stanza, name)).join(' '));
    const desired = suites.flatMap((suite) =>
      ['main', 'a-b'].map((component) => `${suite} ${component} http://127.0.0.1/x`),
    );
    expect(found.sort()).to.deep.equal(desired.sort());
  });

  it('by cron and its shell', async () => {
    const groups = Array.from({ length: 12 }, () => [
      ...['a\\\\b', '\\\\%'],
      ...fc.sample(oddLine, 6).map((text) => text.slice(0, 20)),
    ]);
    const jobs = groups.map(
      (texts, at) => `* * * * * printf '\\%s\\0' ${texts.map(toCronWord).join(' ')} > /root/law/cron.${at}\n`,
    );
    await host.must(['crontab', '-'], { input: jobs.join('') });
    const read = await host.must([
      ...[
        'sh',
        '-c',
        'for i in $(seq 70); do [ -s /root/law/cron.11 ] && break; sleep 1; done; sleep 1; crontab -r',
      ],
    ]);
    expect(read).to.equal('');
    for (const [at, texts] of groups.entries())
      expect((await host.must(['cat', `/root/law/cron.${at}`])).split('\0').slice(0, -1)).to.deep.equal(
        texts,
      );
  });

  it('by systemd and by bash, as variables', async () => {
    // systemd takes no character that Unicode leaves out for good.
    const texts = fc.sample(oddLine, COUNT).map((text) => text.replace(/\p{Noncharacter_Code_Point}/gu, 'x'));
    const lines = texts.map((text, at) => `K${at}=${toDoubleQuoted(text)}\n`);
    await put('environment', lines.join(''));
    const script = `printf '%s\\0' ${texts.map((_, at) => `"$K${at}"`).join(' ')}`;
    await put('print.sh', script);
    const bash = await host.must(['bash', '-c', '. /root/law/environment; . /root/law/print.sh']);
    expect(bash.split('\0').slice(0, -1)).to.deep.equal(texts);
    const systemd = await host.must([
      ...['systemd-run', '--quiet', '--wait', '--pipe', '-p', 'EnvironmentFile=/root/law/environment'],
      ...['bash', '/root/law/print.sh'],
    ]);
    expect(systemd.split('\0').slice(0, -1)).to.deep.equal(texts);
    const words = await host.must(['bash'], { input: `printf '%s\\0' ${texts.map(toShellWord).join(' ')}` });
    expect(words.split('\0').slice(0, -1)).to.deep.equal(texts);
  });

  it('by the reader of the table of file systems', async () => {
    const texts = [...new Set(fc.sample(oddLine, COUNT))].map((text) => text.replaceAll(/[/=]/g, '_'));
    const entry = { fstype: 'tmpfs', options: 'size=1m', dump: 0, pass: 0 };
    const lines = texts.map(
      (text, at) => toFstabLine({ ...entry, device: `d${text}`, name: `/m${at}${text}` }).text,
    );
    await put('fstab', `${lines.join('\n')}\n`);
    const read = await host.must([
      ...['findmnt', '--tab-file', '/root/law/fstab', '--json', '--output', 'SOURCE,TARGET'],
    ]);
    const found = (JSON.parse(read).filesystems as { source: string; target: string }[]).map(
      ({ source, target }) => [source, target] as const,
    );
    expect(found).to.deep.equal(texts.map((text, at) => [`d${text}`, `/m${at}${text}`]));
  });

  it('by readers of YAML and JSON, as rules of a policy that a run has written', async () => {
    // A rule's name is part of the titles of its resources, which are one line.
    const names = ['one] of', '[two', '"]\'', ...fc.sample(oddLine, 12)].map((text, at) =>
      `rule ${at} ${text}`.trim(),
    );
    const values = ['a\u0085b\u2028c\u2029d', ...fc.sample(oddFileText, 14)].map(
      (text) => `${text.replaceAll("'", '')}!`,
    );
    const rules = Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
    for (const file_format of ['yaml', 'json'] as const) {
      const path = `/root/law/policy.${file_format}`;
      const policies = Object.fromEntries(
        Object.entries(rules).map(([key, value], at) => [`${file_format} ${at}`, { key, value }]),
      );
      const applied = await runResources(host, {
        'openstacklib::policy': { [path]: { policies, file_format } },
      });
      expect(applied.of('failed')).to.deep.equal([]);
      const read =
        'import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1], newline="")), sys.stdout)';
      expect(JSON.parse(await host.must(['python3', '-c', read, path]))).to.deep.equal(rules);
      const again = await runResources(host, {
        'openstacklib::policy': { [path]: { policies, file_format } },
      });
      expect(again.of('changed')).to.deep.equal([]);
    }
  });
});
