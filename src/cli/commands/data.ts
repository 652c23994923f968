import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { type Call, type Command, textOption } from '../command.js';
import { escapeForTerminal } from '../escape-for-terminal.js';
import { exitStatus } from '../exit-status.js';
import { dataOptions, trustOption } from '../options.js';
import { refuseUntrustedData } from '../refuse-untrusted-data.js';

/** Works on secrets in data files. */
export const data: Command = {
  name: 'data',
  summary: 'encrypt, decrypt, edit and rotate secrets in data files',
  description: `Keeps secrets in data files encrypted with age, for those whom recipients.txt names: the nearest one beside or above the file. Any one of them can read the values, with the identity that --identity or the environment names.

encrypt FILE [KEY]: the value of KEY, or all that is marked as DEC::AGE[text]!; GENERATE[32] becomes a random secret. Without a FILE it encrypts what it reads from its input, and prints it.

decrypt FILE [KEY]: prints a value, or the file with its values in clear; changes nothing.

edit FILE: opens it in $EDITOR with its values in clear, and encrypts what was changed.

rotate PATH: encrypts all values anew, in a file or all files below a folder, after recipients came or went.

identity FILE: makes a new identity there, and prints the recipient that it is.`,
  args: [
    { name: 'ACTION', required: true },
    { name: 'PATH', required: false },
    { name: 'KEY', required: false },
  ],
  options: {
    recipients: {
      type: 'string',
      value: 'FILE',
      doc: 'who can read it, instead of the nearest recipients.txt',
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
    { line: 'glance-apply data rotate data', doc: 'After somebody left.' },
  ],
  async run(call) {
    const [action = '', path, key] = call.args;
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (run === undefined) {
      const names = Object.keys(actions);
      return raise('usage.argument', `data has no action '${action}'`, {
        hint: didYouMean(action, names) ?? `it has ${names.join(', ')}`,
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
    call.io.stderr.write(`${path}: ${count} ${count === 1 ? 'value' : 'values'} encrypted\n`);
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
      call.io.stderr.write(`${file}: ${count} ${count === 1 ? 'value' : 'values'} encrypted anew\n`);
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
