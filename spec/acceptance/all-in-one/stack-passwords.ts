import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { toShellWord } from '../../../src/formats/shell.js';
import { checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { formsOf } from './forms-of.js';

type Passwords = Readonly<Record<string, string>>;

/** Passwords of the stack that nothing else on a host is likely to have in it, in any form. */
export const first: Passwords = {
  ADMIN_PASS: "adm'in-1 p%ss$1",
  DEMO_PASS: 'dem"o-1; `id`',
  RABBIT_PASS: 'rab@bit-1/"%',
  // Keystone's own command refuses a URL with a percent sign in it.
  KEYSTONE_DBPASS: 'k-1.2~3_x-1',
  GLANCE_DBPASS: "g'l@%/+-1",
  GLANCE_PASS: 'gl;#an-1 "ce',
  MYSQL_ROOT_PASS: 'r\\oot-1',
};

/** All that can be replaced while the administrator stays logged in. */
export const second: Passwords = {
  ...first,
  DEMO_PASS: 'dem"o-2; `id`',
  RABBIT_PASS: 'rab@bit-2/"%',
  KEYSTONE_DBPASS: 'k-1.2~3_x-2',
  GLANCE_DBPASS: "g'l@%/+-2",
  GLANCE_PASS: 'gl;#an-2 "ce',
  MYSQL_ROOT_PASS: 'r\\oot-2',
};

/** Every form of every password, with the name of both. */
const forms: readonly (readonly [name: string, encoded: string])[] = [first, second].flatMap((passwords) =>
  Object.entries(passwords).flatMap(([name, password]) =>
    [...formsOf(password)].map(([form, encoded]) => [`${name}: ${form}`, encoded] as const),
  ),
);

/** The names of the passwords that stand in a text, with the form in which they do. */
export function passwordsIn(text: string): string[] {
  return [...new Set(forms.flatMap(([name, encoded]) => (text.includes(encoded) ? [name] : [])))];
}

/** Has a host watched from within, until it stops, for arguments of processes and for files that all may read. */
export async function watch(host: LabHost): Promise<void> {
  const script = await readFile(fileURLToPath(new URL('host-watcher.cjs', import.meta.url)), 'utf8');
  await host.must(['tee', '/run/watcher.cjs'], { input: script });
  const start =
    'umask 077; cat > /root/texts; setsid node /run/watcher.cjs </root/texts >/run/watcher.log 2>&1 &';
  const texts = new Map(forms.map(([name, encoded]) => [encoded, name]));
  await host.must(['sh', '-c', start], {
    input: JSON.stringify([...texts].map(([text, name]) => [name, text])),
  });
}

/** Runs glance-apply with passwords that come from a file, because the lab's own arguments can be seen as well. */
export async function printed(
  host: LabHost,
  passwords: Passwords,
  words: readonly string[],
  under: readonly string[] = [],
): Promise<string> {
  const variables = Object.entries(passwords).map(
    ([name, value]) => `export ${name}=${toShellWord(value)}\n`,
  );
  await host.must(['sh', '-c', 'umask 077; cat > /root/passwords'], { input: variables.join('') });
  const program = ['node', `${checkoutInHost}/dist/glance-apply.js`, ...words];
  const { stdout, stderr, status } = await host.run(
    ['sh', '-c', '. /root/passwords; exec "$@"', 'sh', ...under, ...program],
    { directory: checkoutInHost },
  );
  expect(status, stdout.slice(-2000) + stderr.slice(-2000)).to.equal(0);
  return stdout + stderr;
}
