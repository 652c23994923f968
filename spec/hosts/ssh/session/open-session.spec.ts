import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSession } from '../../../../src/hosts/ssh/session/open-session.js';
import { secret } from '../../../../src/secrets/secret.js';
import { LocalConnection } from '../local-connection.js';

/** A sudo that asks on its standard error and reads its standard input, as the real one does with -S. */
const SUDO = `#!/bin/sh
log=\${0%/*}/passwords
prompt= password=wanted
while :; do
  case $1 in
  -S) asks=1 ;;
  -n) never=1 ;;
  -p) prompt=$2; shift ;;
  -H) ;;
  *) break ;;
  esac
  shift
done
[ -z "$REFUSAL" ] || { echo "$REFUSAL" >&2; exit 1; }
[ -z "$FREE" ] || exec "$@"
[ -z "$never" ] || { echo 'sudo: a password is required' >&2; exit 1; }
for attempt in 1 2 3; do
  printf %s "$prompt" >&2
  read -r given || exit 1
  echo "$given" >>"$log"
  [ "$given" = correct ] && exec "$@"
  echo 'Sorry, try again.' >&2
done
exit 1
`;

describe('opening a session on a host behind SSH', () => {
  let bin: string;

  beforeEach(async () => {
    bin = await mkdtemp(join(tmpdir(), 'glance-apply-sudo-'));
    await writeFile(join(bin, 'sudo'), SUDO);
    await chmod(join(bin, 'sudo'), 0o755);
  });
  afterEach(() => rm(bin, { recursive: true }));

  const connect = (environment: Record<string, string> = {}) =>
    new LocalConnection({ environment: { PATH: `${bin}:/usr/bin:/bin`, ...environment } });
  const passwords = async () => (await readFile(join(bin, 'passwords'), 'utf8').catch(() => '')).split('\n');
  const refusalOf = (opening: Promise<unknown>) =>
    opening.then(
      () => expect.fail('a session was opened'),
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );

  it('describes the user that commands run as', async () => {
    const { session, identity } = await openSession(connect(), undefined);
    expect(identity.uid).to.equal(process.getuid?.());
    expect(identity.gid).to.equal(process.getgid?.());
    await session.close();
  });

  it('ignores what a login shell prints before', async () => {
    const login = join(bin, 'login');
    const greeting = `#!/bin/sh\necho '{"motd": true}'\nprintf 'no line end'\nshift\nexec /bin/sh -c "$@"\n`;
    await writeFile(login, greeting, { mode: 0o755 });
    const { session } = await openSession(new LocalConnection({ login }), undefined);
    expect((await session.request('echo served')).output.toString()).to.equal('served\n');
    await session.close();
  });

  it('reports what a login shell says that runs no commands', async () => {
    const login = join(bin, 'login');
    const refusal = `#!/bin/sh\nprintf 'This account is \\033[31mnot available.\\n'\nexit 1\n`;
    await writeFile(login, refusal, { mode: 0o755 });
    const { message } = await refusalOf(openSession(new LocalConnection({ login }), undefined));
    expect(message).to.include('no shell could be started on this machine');
    expect(message).to.include('not available').and.not.include('\u001b');
  });

  it('does not wait longer than it has patience for', async () => {
    const login = join(bin, 'login');
    await writeFile(login, '#!/bin/sh\nexec sleep 5\n', { mode: 0o755 });
    const { message } = await refusalOf(openSession(new LocalConnection({ login }), undefined, 1));
    expect(message).to.include('nothing arrived within 1 seconds');
  });

  it('uses sudo that asks for no password', async () => {
    const { session } = await openSession(connect({ FREE: '1' }), {});
    expect((await session.request('echo served')).output.toString()).to.equal('served\n');
    await session.close();
  });

  it('sends no password that is not asked for', async () => {
    const { session } = await openSession(connect({ FREE: '1' }), { password: secret('correct') });
    expect((await session.request('echo served')).output.toString()).to.equal('served\n');
    await session.close();
    expect(await passwords()).to.deep.equal(['']);
  });

  it('sends the password once when it is asked for', async () => {
    const connection = connect();
    const { session } = await openSession(connection, { password: secret('correct') });
    expect((await session.request('echo served')).output.toString()).to.equal('served\n');
    await session.close();
    expect(await passwords()).to.deep.equal(['correct', '']);
    expect(connection.commands.join()).not.to.include('correct');
  });

  it('sends a wrong password once, and says so', async () => {
    const { message } = await refusalOf(openSession(connect(), { password: secret('wrong') }));
    expect(message).to.include('sudo on this machine refused the password');
    expect(await passwords()).to.deep.equal(['wrong', '']);
  });

  it('passes on the words of a sudo that refuses, with a remedy', async () => {
    const needs = await refusalOf(openSession(connect(), {}));
    expect(needs.message).to.include('a password is required').and.to.include('NOPASSWD');
    const words = 'sudo: sorry, you must have a tty to run sudo';
    const terminal = await refusalOf(openSession(connect({ REFUSAL: words }), {}));
    expect(terminal.message).to.include(words).and.to.include('!requiretty');
  });

  it('ends with an error when the host sends something else than answers', async () => {
    const { session } = await openSession(connect(), undefined);
    const error = await refusalOf(session.request('echo garbage >&7; sleep 1'));
    expect(error.message).to.match(
      /^lost the connection to this machine: it sent something other than an answer: "garbage/,
    );
    expect((await refusalOf(session.request('true'))).message).to.equal(error.message);
  });
});
