import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { formatCount } from '../../views/index.js';
import { defineCommand } from '../command.js';
import { escapeForTerminal } from '../escape-for-terminal.js';
import { exitStatus } from '../exit-status.js';
import type { Io } from '../io.js';
import { type OptionSpecs, type OptionValues, string } from '../option-spec.js';
import { identityOption, trustOption } from '../options.js';
import { refuseUntrustedData, toTrust } from '../trust.js';

const options = {
  recipients: string('FILE', 'the recipients, instead of those in the nearest recipients.txt'),
  ...identityOption,
  ...trustOption,
} satisfies OptionSpecs;

/** Encrypts, decrypts and edits secrets in data files. */
export const data = defineCommand({
  name: 'data',
  summary: 'encrypt, decrypt, edit and rotate secrets in data files',
  description: `Encrypts secrets in data files with age, for the recipients in recipients.txt: the nearest one in or above the directory of the file. Every recipient can decrypt the values, with the identity that --identity or the environment names.

encrypt FILE [KEY]: encrypts the value of KEY, or every value marked as DEC::AGE[text]!; GENERATE[32] becomes a random secret. Without FILE it encrypts standard input and prints the result.

decrypt FILE [KEY]: prints a value, or the file with its values decrypted; changes nothing.

edit FILE: opens the file in $EDITOR with its values decrypted, and encrypts the changed values.

rotate PATH: encrypts all values again, in a file or in all files below a directory, after recipients were added or removed.

identity FILE: writes a new identity to the file and prints its recipient.`,
  args: [
    { name: 'ACTION', required: true },
    { name: 'PATH', required: false },
    { name: 'KEY', required: false },
  ],
  options,
  examples: [
    {
      line: 'glance-apply data identity ~/.config/glance-apply/identity.txt >> data/recipients.txt',
      doc: 'The first step.',
    },
    { line: 'glance-apply data encrypt data/common.yaml glance::api::keystone_password', doc: 'One value.' },
    { line: 'glance-apply data edit data/secrets.yaml', doc: 'Several.' },
    { line: 'glance-apply data rotate data', doc: 'After a recipient was removed.' },
  ],
  async run({ args: [action, path, key], options, io }) {
    const start = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (start === undefined) {
      const names = Object.keys(actions);
      return raise('usage.argument', `unknown action '${action}' of data`, {
        hint: didYouMean(action, names) ?? `the actions are ${names.join(', ')}`,
      });
    }
    await start({ path, key, keys: toKeyOptions(options, io), io });
    return exitStatus.ok;
  },
});

/** What an action of the command works on. */
interface Task {
  readonly path: string | undefined;
  readonly key: string | undefined;
  readonly keys: ReturnType<typeof toKeyOptions>;
  readonly io: Io;
}

type Action = (task: Task) => Promise<void>;

const actions: Readonly<Record<string, Action>> = {
  async encrypt({ path, key, keys, io }) {
    const { encryptFile, encryptValue, readInput } = await import('../deferred-modules.js');
    if (path === undefined) {
      const clear = (await readInput()).replace(/\r?\n$/, '');
      io.stdout.write(`${await encryptValue(clear, io.directory, keys)}\n`);
      return;
    }
    const count = await encryptFile(path, keys, key);
    io.stderr.write(`${path}: ${formatCount(count, 'value')} encrypted\n`);
  },
  async decrypt({ path, key, keys, io }) {
    const { decryptKey, openEncryptedFile } = await import('../deferred-modules.js');
    const file = requirePath(path, 'decrypt');
    const clear =
      key === undefined
        ? (await openEncryptedFile(file, keys)).text
        : `${await decryptKey(file, key, keys)}\n`;
    io.stdout.write(escapeForTerminal(clear, io.stdout));
  },
  async edit({ path, keys, io }) {
    const { editText, openEncryptedFile, saveEncryptedFile } = await import('../deferred-modules.js');
    const file = requirePath(path, 'edit');
    const opened = await openEncryptedFile(file, keys);
    const edited = await editText(opened.text, file, io.environment);
    if (edited === opened.text) io.stderr.write(`${file}: nothing was changed\n`);
    else await saveEncryptedFile(file, edited, opened, keys);
  },
  async rotate({ path, keys, io }) {
    const { rotateFiles } = await import('../deferred-modules.js');
    for (const [file, count] of await rotateFiles(requirePath(path, 'rotate'), keys))
      io.stderr.write(`${file}: ${formatCount(count, 'value')} encrypted again\n`);
  },
  async identity({ path, keys, io }) {
    const { writeIdentity } = await import('../deferred-modules.js');
    const file = requirePath(path, 'identity');
    await keys.examine([file]);
    io.stdout.write(`${await writeIdentity(file)}\n`);
  },
};

function toKeyOptions(values: OptionValues<typeof options>, { environment }: Io) {
  const { identity, recipients } = values;
  return {
    identity,
    recipients,
    environment,
    examine: (files: readonly string[]) => refuseUntrustedData(files, toTrust(values)),
  };
}

function requirePath(path: string | undefined, action: string): string {
  return path ?? raise('usage.argument', `data ${action} needs a PATH`);
}
