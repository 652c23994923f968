import { Exec, File, Notify, type Scope, User } from 'glance-apply';
import type { PeerCases, Premises } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const acceptance = 'puppet acceptance/tests/resource/exec';
const unit = 'puppet spec/unit/type/exec_spec.rb';
const posix = 'puppet spec/unit/provider/exec/posix_spec.rb';
const shell = 'puppet spec/unit/provider/exec/shell_spec.rb';
const again = 'nothing says that it has run already';
const path = ['/usr/bin', '/bin'];

type Given = NonNullable<ConstructorParameters<typeof Exec>[2]>;

/** A command, with values that may name the directory of the case as `$DIR`. */
const exec =
  (given: Given) =>
  (site: Scope, { dir }: Premises) => {
    const inDir = (value: unknown): unknown => {
      if (typeof value === 'string') return value.replaceAll('$DIR', dir);
      return Array.isArray(value) ? value.map(inDir) : value;
    };
    const located = Object.entries(given).map(([name, value]) => [name, inDir(value)]);
    new Exec(site, 'x', { command: '', ...Object.fromEntries(located) });
  };

/** A command for the shell. */
const sh = (command: string, given: Given = {}) => exec({ provider: 'shell', command, ...given });
/** A command that is run or not, as its conditions say. */
const touch = (given: Given) => exec({ command: '/usr/bin/touch $DIR/ran', cwd: '/', ...given });
const ran = 'test -e ran';
const didNotRun = 'test ! -e ran';

export const peers: PeerCases = {
  cases: {
    'runs a command': {
      source: `${acceptance}/should_run_command.rb`,
      manifest: touch({}),
      verify: ran,
      again,
    },
    'runs a command that is its title': {
      source: `${acceptance}/should_run_command.rb`,
      manifest: (site, { dir }) => void new Exec(site, `/usr/bin/touch ${dir}/ran`),
      verify: ran,
      again,
    },
    'runs one command for several resources': {
      source: `${unit}: isomorphic`,
      manifest: (site, { dir }) => {
        const command = ['/bin/sh', '-c', `echo x >> ${dir}/log`];
        new Exec(site, 'one', { command });
        new Exec(site, 'two', { command });
      },
      files: { log: 'x\nx\n' },
      again,
    },
    'runs a list of words without a shell': {
      source: `${acceptance}/accept_array_commands.rb`,
      manifest: exec({ command: ['/bin/echo', '*', '$HOME; date'], logoutput: true }),
      says: /\* \$HOME; date/,
      again,
    },
    'runs a command of several lines by a shell': {
      source: `${acceptance}/accept_multi-line_commands.rb`,
      manifest: sh("/bin/echo '#Test' > $DIR/log;\n    /bin/echo 'bob' >> $DIR/log;"),
      files: { log: '#Test\nbob\n' },
      again,
    },
    'shows output that is larger than a pipe': {
      source: `${acceptance}/should_accept_large_output.rb`,
      manifest: exec({ command: '/usr/bin/seq 1 30000', logoutput: true }),
      says: /: 30000\s/,
      again,
    },
    'runs a command that says nothing': {
      source: `${acceptance}/should_accept_large_output.rb`,
      manifest: exec({ command: '/bin/echo', logoutput: true }),
      again,
    },
    'shows output that is no text': {
      source: acceptance,
      manifest: exec({ command: ['/usr/bin/printf', 'before\\n\\377\\376\\nafter\\n'], logoutput: true }),
      says: /before[\s\S]*after/,
      again,
      puppet: { differs: '0031' },
    },
    'does not wait for what a command leaves in the background': {
      source: `${acceptance}/should_run_bad_command.rb`,
      manifest: sh('echo hello; /bin/sleep 300 & echo $! > $DIR/pid', { timeout: 60, creates: '$DIR/pid' }),
      verify: 'kill -0 "$(cat pid)"',
      cleanup: 'kill "$(cat "$DIR/pid")" || true',
    },
    'ends what reads its input': {
      source: 'puppet spec/integration/type/exec_spec.rb: EOF',
      manifest: exec({ command: '/bin/cat', timeout: 30 }),
      again,
    },

    // Which program.
    'looks for a program in a list of directories': {
      source: `${posix}: if it finds it in the path`,
      prepare:
        'mkdir a b; printf \'#!/bin/sh\\ntouch %s/ran\\n\' "$DIR" > b/tool; chmod +x b/tool; touch a/tool',
      manifest: exec({ command: 'tool', path: ['$DIR/a', '$DIR/b', '/usr/bin', '/bin'] }),
      verify: ran,
      again,
    },
    'looks for a program in a text with colons': {
      source: `${acceptance}/should_set_path.rb`,
      manifest: exec({ command: 'touch $DIR/ran', path: '/bin:/usr/bin' }),
      verify: ran,
      again,
    },
    'gives the command its path': {
      source: `${acceptance}/should_set_path.rb`,
      manifest: sh('echo $PATH > $DIR/log', { path: ['/opt/a', '/bin'] }),
      files: { log: '/opt/a:/bin\n' },
      again,
    },
    'says where it looked for a program': {
      source: `${posix}: if the command isn't in the path`,
      manifest: exec({ command: 'no-such-tool', path }),
      fails: /the\s+program\s+'no-such-tool'\s+does\s+not\s+exist\s+in\s+\/usr\/bin:\/bin/,
    },
    'does not take a file for a program that may not be run': {
      source: `${posix}: in the path but not executable`,
      prepare: 'mkdir b; touch b/tool',
      manifest: exec({ command: 'tool', path: ['$DIR/b'] }),
      fails: /the\s+program\s+'tool'\s+does\s+not\s+exist/,
    },
    'says that there is no such program': {
      source: `${posix}: if the command doesn't exist`,
      manifest: exec({ command: '$DIR/tool' }),
      fails: /tool'[\s\S]*ENOENT|does\s+not\s+exist|not\s+found/,
    },
    'says that a program is a directory': {
      source: `${posix}: if the command isn't a file`,
      prepare: 'mkdir tool',
      manifest: exec({ command: '$DIR/tool' }),
      fails: /EACCES|directory/,
    },
    'says that a program may not be run': {
      source: `${posix}: if the command isn't executable`,
      prepare: 'echo "#!/bin/sh" > tool',
      manifest: exec({ command: '$DIR/tool' }),
      fails: /EACCES|denied/,
    },
    'refuses a program without a directory and a path': {
      source: `${unit}: should fail with relative command and no path`,
      manifest: exec({ command: 'touch /srv/ran' }),
      refused: /'touch' in command is not an absolute path/,
      resources: { exec: { x: { command: 'touch /srv/ran' } } },
    },
    'refuses a condition without a directory and a path': {
      source: `${unit}: when setting unless, onlyif`,
      manifest: exec({ command: '/bin/true', onlyif: ['/bin/true', 'true'] }),
      refused: /'true' in onlyif is not an absolute path/,
      resources: { exec: { x: { command: '/bin/true', onlyif: 'true' } } },
    },
    'names the shell where a program is a builtin': {
      source: `${posix}: should not be able to execute shell builtins`,
      manifest: exec({ command: 'source /etc/profile', path }),
      fails: /provider\s+'shell'/,
    },
    'runs a program in quotes': {
      source: `${posix}: quoted command`,
      prepare:
        "printf '#!/bin/sh\\nprintf %%s \"$1\" > %s/log\\n' \"$DIR\" > 'a tool'; chmod +x 'a tool'; cat 'a tool'",
      manifest: exec({ command: '"$DIR/a tool" \'one two\'' }),
      files: { log: 'one two' },
      again,
    },

    // The shell.
    'runs builtins, pipes and variables by a shell': {
      source: `${shell}: builtins, quotes, several commands`,
      manifest: sh('cd $DIR && A=\'x "y"\' && [ -d . ] && echo "$A" | tr a-z A-Z > log; true'),
      files: { log: 'X "Y"\n' },
      again,
    },
    'gives the shell its environment': {
      source: `${shell}: values from the environment parameter`,
      manifest: sh('echo "$TESTVAR" > $DIR/log', { environment: 'TESTVAR=a  b' }),
      files: { log: 'a  b\n' },
      again,
    },
    'asks conditions by a shell, too': {
      source: `${unit}: runs with the same provider`,
      manifest: sh('touch $DIR/ran', { onlyif: 'test 1 = 1 && true', unless: 'false || [ -e $DIR/ran ]' }),
      verify: ran,
    },

    // How it runs.
    'runs in a directory': {
      source: `${acceptance}/should_run_command_in_cwd.rb`,
      prepare: 'mkdir d',
      manifest: exec({ command: '/usr/bin/touch ran', cwd: '$DIR/d', unless: '/usr/bin/test -e ran' }),
      verify: 'test -e d/ran',
    },
    'says that a directory is not there': {
      source: `${acceptance}/should_run_command_in_cwd.rb`,
      manifest: exec({ command: '/bin/true', cwd: '$DIR/d' }),
      fails: /\/d\b/,
    },
    'refuses a directory that is not absolute': {
      source: `${unit}: when setting cwd`,
      manifest: exec({ command: '/bin/true', cwd: 'd' as '/d' }),
      refused: /cwd must be an absolute path/,
      resources: { exec: { x: { command: '/bin/true', cwd: 'd' } } },
    },
    'runs as a user and a group': {
      source: `${acceptance}/should_run_command_as_user.rb`,
      prepare: 'chmod 777 .',
      manifest: sh('id -un > $DIR/log; id -gn >> $DIR/log', { user: 'nobody', group: 'games' }),
      files: { log: 'nobody\ngames\n' },
      again,
    },
    'runs as a user who may not enter the directory of the run': {
      source: `${acceptance}/should_run_command_as_user.rb`,
      manifest: exec({ command: '/bin/true', user: 'nobody' }),
      again,
    },
    'asks conditions as the user': {
      source: `${unit}: runs with the same user`,
      manifest: touch({ user: 'root', onlyif: '/bin/sh -c "test $(id -un) = root"', provider: 'shell' }),
      verify: ran,
      again,
    },
    'says which user does not exist': {
      source: `${unit}: when setting user`,
      manifest: exec({ command: '/bin/true', user: 'nobody-here' }),
      fails: /nobody-here/,
    },
    'runs after the user is made as whom it runs': {
      source: `${unit}: autorequires`,
      prepare: 'chmod 777 .',
      manifest: (site, { dir, name }) => {
        new Exec(site, `/usr/bin/touch ${dir}/ran`, { user: name });
        new User(site, name, { ensure: 'present' });
      },
      verify: 'test "$(stat -c %U ran)" = "$NAME"',
      cleanup: 'userdel -rf "$NAME" || true',
      again,
    },
    'sets variables': {
      source: `${acceptance}/should_set_environment_variables.rb`,
      manifest: sh('printf "%s|%s|%s" "$A" "$B" "$C" > $DIR/log', {
        environment: ['A=one two', 'B=x=y', 'C=line\nbreak'],
      }),
      files: { log: 'one two|x=y|line\nbreak' },
      again,
    },
    'sets an empty variable': {
      source: `${posix}: an empty environment variable`,
      manifest: sh('env | grep "^A=" > $DIR/log', { environment: ['A='] }),
      files: { log: 'A=\n' },
      again,
    },
    'takes the last of a variable that is given twice, and says so': {
      source: `${posix}: overriding something in environment`,
      manifest: sh('echo "$A" > $DIR/log', { environment: ['A=1', 'A=2'] }),
      files: { log: '2\n' },
      says: /A\s+is\s+set\s+more\s+than\s+once/,
      again,
    },
    'takes a PATH of the environment for more than path': {
      source: 'puppet lib/puppet/type/exec.rb: environment',
      manifest: sh('echo $PATH > $DIR/log', { path: ['/bin'], environment: ['PATH=/opt'] }),
      files: { log: '/opt\n' },
      again,
    },
    'has the home of its user, and no names of the one who runs it': {
      source: `${posix}: should unset user-related environment vars`,
      manifest: sh('env | grep -E "^(HOME|USER|LOGNAME)=" > $DIR/log'),
      files: { log: 'HOME=/root\n' },
      again,
      puppet: { differs: '0031' },
    },
    'refuses a variable without a value': {
      source: `${unit}: should reject without assignment`,
      manifest: exec({ command: '/bin/true', environment: ['A'] }),
      refused: /environment must be/,
      resources: { exec: { x: { command: '/bin/true', environment: ['A'] } } },
    },
    'sets the umask': {
      source: `${posix}: should set umask`,
      manifest: touch({ umask: '0077' }),
      verify: 'test "$(stat -c %a ran)" = 600',
      again,
    },
    'refuses a umask of other digits': {
      source: `${unit}: an invalid umask`,
      manifest: exec({ command: '/bin/true', umask: '0028' }),
      refused: /umask must be/,
      resources: { exec: { x: { command: '/bin/true', umask: '0028' } } },
    },

    // Whether it runs.
    'does not run where the file is there that it creates': {
      source: `${acceptance}/should_not_run_command_creates.rb`,
      prepare: 'touch made',
      manifest: touch({ creates: '$DIR/made' }),
      inSync: true,
      verify: didNotRun,
    },
    'does not run where one of the files is there that it creates': {
      source: `${unit}: creates, an array with multiple items`,
      prepare: 'touch made',
      manifest: touch({ creates: ['$DIR/missing', '$DIR/made'] }),
      inSync: true,
      verify: didNotRun,
    },
    'runs where none of the files is there that it creates': {
      source: `${unit}: creates, an array with multiple items`,
      manifest: touch({ creates: ['$DIR/missing', '$DIR/ran'] }),
      verify: ran,
    },
    'runs where what it creates is a link that leads nowhere': {
      source: `${unit}: creates`,
      prepare: 'ln -s "$DIR/ran" made',
      manifest: touch({ creates: '$DIR/made' }),
      verify: ran,
    },
    'runs where all conditions of onlyif succeed': {
      source: `${unit}: onlyif`,
      manifest: touch({ onlyif: ['/bin/true', '/usr/bin/test ! -e $DIR/ran'] }),
      verify: ran,
    },
    'does not run where one condition of onlyif fails': {
      source: `${unit}: onlyif`,
      manifest: touch({ onlyif: [['/bin/true'], ['/usr/bin/test', '-e', '/no where']] }),
      inSync: true,
      verify: didNotRun,
    },
    'does not run where one condition of unless succeeds': {
      source: `${unit}: unless`,
      manifest: touch({ unless: [['/bin/false'], '/bin/true'] }),
      inSync: true,
      verify: didNotRun,
    },
    'runs where no condition of unless succeeds': {
      source: `${unit}: unless`,
      manifest: touch({ unless: ['/bin/false', '/usr/bin/test -e $DIR/ran'] }),
      verify: ran,
    },
    'does not run where onlyif lets it and unless does not': {
      source: `${unit}: check_all_attributes`,
      manifest: touch({ onlyif: '/bin/true', unless: '/bin/true' }),
      inSync: true,
      verify: didNotRun,
    },
    'fails where a condition names no program': {
      source: 'puppet lib/puppet/provider/exec/posix.rb: checkexe',
      manifest: touch({ unless: 'no-such-tool', path }),
      fails: /no-such-tool/,
      verify: didNotRun,
    },
    'fails where the shell finds no program for a condition': {
      source: 'puppet lib/puppet/provider/exec.rb: exit status 127',
      manifest: sh('touch $DIR/ran', { unless: 'no-such-tool' }),
      fails: /127/,
      verify: didNotRun,
    },
    'does not run where a condition takes too long': {
      source: `${unit}: check exceeded timeout`,
      manifest: touch({ onlyif: '/bin/sleep 30', timeout: 0.3 }),
      fails: /took\s+longer/,
      verify: didNotRun,
      puppet: { differs: '0031' },
    },

    // Refreshes.
    'does not run without a cause where refreshonly is set': {
      source: `${unit}: refreshonly`,
      manifest: touch({ refreshonly: true }),
      inSync: true,
      verify: didNotRun,
    },
    'runs because of what it subscribes to': {
      source: `${unit}: refreshonly`,
      manifest: (site, { dir }) => {
        const cause = new File(site, `${dir}/cause`, { content: 'x' });
        const command = ['/bin/sh', '-c', `echo x >> ${dir}/log`];
        new Exec(site, 'x', { command, refreshonly: true, subscribe: cause });
      },
      files: { log: 'x\n' },
    },
    'runs once because of several causes': {
      source: `${unit}: refreshonly`,
      manifest: (site, { dir }) => {
        const command = ['/bin/sh', '-c', `echo x >> ${dir}/log`];
        new Exec(site, 'x', { command, refreshonly: true });
        for (const name of ['a', 'b'])
          new File(site, `${dir}/${name}`, { content: 'x', notify: Exec.ref('x') });
      },
      files: { log: 'x\n' },
    },
    'runs what refresh says in place of the command': {
      source: `${unit}: should call provider run with the refresh parameter`,
      manifest: (site, { dir }) => {
        const cause = new File(site, `${dir}/cause`, { content: 'x' });
        new Exec(site, 'x', {
          command: `/usr/bin/touch ${dir}/ran`,
          refresh: `/usr/bin/touch ${dir}/refreshed`,
          refreshonly: true,
          subscribe: cause,
        });
      },
      verify: `test -e refreshed; ${didNotRun}`,
    },
    'runs the command, and then what refresh says': {
      source: 'puppet lib/puppet/type/exec.rb: refresh',
      manifest: (site, { dir }) => {
        const cause = new File(site, `${dir}/cause`, { content: 'x' });
        new Exec(site, 'x', {
          command: ['/bin/sh', '-c', `echo command >> ${dir}/log`],
          refresh: ['/bin/sh', '-c', `echo refresh >> ${dir}/log`],
          onlyif: `/usr/bin/test ! -e ${dir}/cause -o ! -e ${dir}/done`,
          subscribe: cause,
        });
        new Exec(site, `/usr/bin/touch ${dir}/done`, { creates: `${dir}/done`, require: Exec.ref('x') });
      },
      files: { log: 'command\nrefresh\n' },
    },
    'runs once although it is notified as well': {
      source: 'puppet lib/puppet/type/exec.rb: up to two times',
      manifest: (site, { dir }) => {
        new Notify(site, 'cause', { notify: Exec.ref('x') });
        new Exec(site, 'x', { command: ['/bin/sh', '-c', `echo x >> ${dir}/log`] });
      },
      files: { log: 'x\n' },
      again,
      puppet: { differs: '0013' },
    },
    'is not refreshed where a condition does not let it run': {
      source: `${unit}: should not run the provider if check_all_attributes is false`,
      prepare: 'touch made',
      manifest: (site, { dir }) => {
        new File(site, `${dir}/cause`, { content: 'x', notify: Exec.ref('x') });
        new Exec(site, 'x', {
          command: `/usr/bin/touch ${dir}/ran`,
          refreshonly: true,
          creates: `${dir}/made`,
        });
      },
      verify: didNotRun,
    },
    'refreshes what comes after it': {
      source: `${unit}: executed_command as its event`,
      manifest: (site, { dir }) => {
        new Exec(site, 'cause', {
          command: `/usr/bin/touch ${dir}/made`,
          creates: `${dir}/made`,
          notify: Exec.ref('x'),
        });
        new Exec(site, 'x', { command: `/usr/bin/touch ${dir}/ran`, refreshonly: true });
      },
      verify: ran,
    },

    // How it ends.
    'fails where the status is another one': {
      source: `${unit}: should report a failure`,
      manifest: exec({ command: "/bin/sh -c 'echo out; echo err >&2; exit 3'" }),
      fails: /status\s+3[\s\S]*out[\s\S]*err/,
    },
    'takes one of several statuses for success': {
      source: `${unit}: in a returns array`,
      manifest: exec({ command: "/bin/sh -c 'exit 3'", returns: [0, 3] }),
      again,
    },
    'takes statuses that are texts': {
      source: 'puppet lib/puppet/type/exec.rb: munge of returns',
      manifest: exec({ command: "/bin/sh -c 'exit 3'", returns: ['3'] as never }),
      again,
    },
    'fails with 0 where only another status is success': {
      source: `${unit}: not specified in a returns array`,
      manifest: exec({ command: '/bin/true', returns: 1 }),
      fails: /status\s+0/,
    },
    'says which signal ended the command': {
      source: unit,
      manifest: exec({ command: ['/bin/sh', '-c', 'kill -KILL $$'] }),
      fails: /SIGKILL/,
    },
    'tries until it succeeds': {
      source: `${unit}: multiple tries`,
      manifest: sh('echo x >> $DIR/log; test "$(wc -l < $DIR/log)" = 3', { tries: 5, try_sleep: 0.05 }),
      files: { log: 'x\nx\nx\n' },
      again,
    },
    'fails after the last try': {
      source: `${unit}: multiple tries`,
      manifest: sh('echo x >> $DIR/log; false', { tries: 3 }),
      fails: /last\s+of\s+3\s+tries/,
      files: { log: 'x\nx\nx\n' },
    },
    'takes tries and try_sleep that are texts': {
      source: `${unit}: when setting tries, try_sleep`,
      manifest: sh('true', { tries: '2' as never, try_sleep: '0.1' as never, timeout: '10' as never }),
      again,
    },
    'refuses no tries': {
      source: `${unit}: when setting tries`,
      manifest: exec({ command: '/bin/true', tries: 0 }),
      refused: /tries must be/,
      resources: { exec: { x: { command: '/bin/true', tries: 0 as never } } },
    },
    'refuses to wait less than no time between tries': {
      source: `${unit}: when setting try_sleep`,
      manifest: exec({ command: '/bin/true', try_sleep: -1 }),
      refused: /try_sleep must be/,
      resources: { exec: { x: { command: '/bin/true', try_sleep: -1 as never } } },
    },
    'ends a command that takes too long, with what it has started': {
      source: `${unit}: when timeout is exceeded`,
      manifest: sh('sleep 300 & echo $! > $DIR/pid; wait', { timeout: 0.5 }),
      fails: /ended\s+after\s+0\.5\s+s,\s+its\s+timeout/,
      verify: 'sleep 0.2; if kill -0 "$(cat pid)"; then exit 1; fi',
      puppet: { differs: '0031' },
    },
    'takes no time for any time': {
      source: `${unit}: should munge negative timeouts to 0.0`,
      manifest: (site) => {
        new Exec(site, '/bin/sleep 0.1', { timeout: 0 });
        new Exec(site, '/bin/sleep 0.2', { timeout: -1 });
      },
      again,
    },
    'shows output where it is asked to': {
      source: `${unit}: should log the output on success`,
      manifest: exec({ command: "/bin/sh -c 'echo out; echo err >&2'", logoutput: true }),
      says: /out[\s\S]*err/,
      again,
    },
    'shows no output of a command that succeeds': {
      source: `${unit}: shouldn't log the output on success`,
      manifest: exec({ command: ['/bin/sh', '-c', 'echo lo"u"d'] }),
      says: /^(?![\s\S]*\bloud\b)/,
      again,
    },
    'shows no output of a command that fails where it must not': {
      source: 'puppet.com: types, exec, logoutput',
      manifest: exec({ command: ['/bin/sh', '-c', 'echo lo"u"d; false'], logoutput: false }),
      fails: /^(?![\s\S]*\bloud\b)/,
    },

    // Order.
    'runs after the program is made that it runs': {
      source: `${unit}: should be able to autorequire files mentioned in the command`,
      manifest: (site, { dir }) => {
        new Exec(site, 'x', { command: `${dir}/tool`, creates: `${dir}/ran`, cwd: `${dir}/d` });
        new File(site, `${dir}/d`, { ensure: 'directory' });
        new File(site, `${dir}/tool`, { content: `#!/bin/sh\ntouch ${dir}/ran\n`, mode: '0755' });
      },
      verify: ran,
    },
  },
};

export default chosenCase(peers);
