import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { formatCount } from '../../views/index.js';
import { type Call, type Command, textOption } from '../command.js';
import { escapeForTerminal } from '../escape-for-terminal.js';
import { exitStatus } from '../exit-status.js';
import { dataOptions, trustOption } from '../options.js';
import { refuseUntrustedData } from '../refuse-untrusted-data.js';

/** Encrypts, decrypts and edits secrets in data files. */
export const data: Command = {
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
  options: {
    recipients: {
      type: 'string',
      value: 'FILE',
      doc: 'the recipients, instead of those in the nearest recipients.txt',
    },
    identity: dataOptions.identity,
    ...trustOption,
  },
  examples: [
    {
      line: 'glance-apply data identity ~/.config/glance-apply/identity.txt >> data/recipients.txt',
      doc: 'The first step.',
    },
    { line: 'glance-apply data encrypt data/common.yaml glance::api::keystone_password', doc: 'One value.' },
    { line: 'glance-apply data edit data/secrets.yaml', doc: 'Several.' },
    { line: 'glance-apply data rotate data', doc: 'After a recipient was removed.' },
  ],
  async run(call) {
    const [action = '', path, key] = call.args;
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (run === undefined) {
      const names = Object.keys(actions);
      return raise('usage.argument', `unknown action '${action}' of data`, {
        hint: didYouMean(action, names) ?? `the actions are ${names.join(', ')}`,
      });
    }
    await run(call, path, key);
    return exitStatus.ok;
  },
};

type Action = (call: Call, path: string | undefined, key: string | undefined) => Promise<void>;

const actions: Readonly<Record<string, Action>> = {
  async encrypt(call, path, key) {
    const { encryptFile, encryptValue, readInput } = await import('../deferred-modules.js');
    if (path === undefined) {
      const clear = (await readInput()).replace(/\r?\n$/, '');
      call.io.stdout.write(`${await encryptValue(clear, call.io.directory, keyOptions(call))}\n`);
      return;
    }
    const count = await encryptFile(path, keyOptions(call), key);
    call.io.stderr.write(`${path}: ${formatCount(count, 'value')} encrypted\n`);
  },
  async decrypt(call, path, key) {
    const { decryptKey, openEncryptedFile } = await import('../deferred-modules.js');
    const file = requirePath(path, 'decrypt');
    const clear =
      key === undefined
        ? (await openEncryptedFile(file, keyOptions(call))).text
        : `${await decryptKey(file, key, keyOptions(call))}\n`;
    call.io.stdout.write(escapeForTerminal(clear, call.io.stdout));
  },
  async edit(call, path) {
    const { editText, openEncryptedFile, saveEncryptedFile } = await import('../deferred-modules.js');
    const file = requirePath(path, 'edit');
    const opened = await openEncryptedFile(file, keyOptions(call));
    const edited = await editText(opened.text, file, call.io.environment);
    if (edited === opened.text) call.io.stderr.write(`${file}: nothing was changed\n`);
    else await saveEncryptedFile(file, edited, opened, keyOptions(call));
  },
  async rotate(call, path) {
    const { rotateFiles } = await import('../deferred-modules.js');
    for (const [file, count] of await rotateFiles(requirePath(path, 'rotate'), keyOptions(call)))
      call.io.stderr.write(`${file}: ${formatCount(count, 'value')} encrypted again\n`);
  },
  async identity(call, path) {
    const { writeIdentity } = await import('../deferred-modules.js');
    const file = requirePath(path, 'identity');
    await refuseUntrustedData(call, [file]);
    call.io.stdout.write(`${await writeIdentity(file)}\n`);
  },
};

function keyOptions(call: Call) {
  const { io } = call;
  return {
    identity: textOption(call, 'identity'),
    recipients: textOption(call, 'recipients'),
    environment: io.environment,
    examine: (files: readonly string[]) => refuseUntrustedData(call, files),
  };
}

function requirePath(path: string | undefined, action: string): string {
  return path ?? raise('usage.argument', `data ${action} needs a PATH`);
}
