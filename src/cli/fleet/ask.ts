import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import PQueue from 'p-queue';
import { raise } from '../../errors/glance-apply-error.js';
import type { SshQuestions } from '../../hosts/ssh/connect-options.js';
import { Secret } from '../../secrets/secret.js';
import { printableLine } from '../../views/index.js';

/**
 * Returns a function that asks for the password of sudo when it is first needed, if the options say so.
 * @param clear Removes the lines of progress from the terminal.
 */
export function askBecomePassword(
  options: { readonly 'ask-become-password': boolean },
  clear: () => void,
): () => Promise<Secret | undefined> {
  let asked: Promise<Secret | undefined> | undefined;
  if (!options['ask-become-password']) return async () => undefined;
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    raise('usage.option', '--ask-become-password needs a terminal', {
      hint: 'set ansible_become_password in the inventory, encrypted with ansible-vault',
    });
  return () => {
    asked ??= readLine('Password of sudo: ', clear, true).then((text) => new Secret(text));
    return asked;
  };
}

/**
 * Returns how questions of SSH are asked at the terminal, one at a time; undefined without a terminal.
 * @param clear Removes the lines of progress from the terminal.
 */
export function questionsAtTerminal(clear: () => void): SshQuestions | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const queue = new PQueue({ concurrency: 1 });
  const secret = async (prompt: string) => {
    const answer = await queue.add(() => readLine(prompt, clear, true));
    return answer === '' ? undefined : new Secret(answer);
  };
  return {
    hostKey: async ({ name, keyType, fingerprint }) => {
      const question = `The key of ${name} is not known: ${keyType} ${fingerprint}\nTrust it from now on? (yes/no) `;
      return (await queue.add(() => readLine(question, clear, false))).toLowerCase() === 'yes';
    },
    passphrase: (keyFile) => secret(`Passphrase of ${keyFile}: `),
    password: (account) => secret(`Password of ${account}: `),
  };
}

async function readLine(question: string, clear: () => void, hidden: boolean): Promise<string> {
  clear();
  process.stderr.write(question.split('\n').map(printableLine).join('\n'));
  // readline repeats what is typed: into nothing, if it must not be seen.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: process.stdin,
    output: hidden ? silent : process.stderr,
    terminal: true,
  });
  try {
    return (await reader.question('')).trim();
  } finally {
    reader.close();
    if (hidden) process.stderr.write('\n');
  }
}
