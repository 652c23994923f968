// Looks at a host over and over until it is ended. Notes in /run: the arguments of every process that it sees; which files
// that every user may read have one of the texts in them that are given on standard input; which links are not root's.
const { appendFileSync, lstatSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');

const texts = JSON.parse(readFileSync(0, 'utf8'));
const known = new Map();
const commands = new Set();
const passedOver = new Set([
  '/proc',
  '/sys',
  '/dev',
  '/usr',
  '/opt',
  '/var/cache',
  '/var/lib/dpkg',
  '/var/lib/apt',
]);

function note(file, line) {
  appendFileSync(file, `${line}\n`);
}

function lookAtProcesses() {
  for (const pid of readdirSync('/proc')) {
    if (!/^[0-9]+$/.test(pid)) continue;
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      if (commands.has(command)) continue;
      commands.add(command);
      note('/run/arguments', command);
    } catch {
      // It has ended already.
    }
  }
}

/** Folders that others may not enter are passed over: what is in them, nobody else can read. */
function lookAtFiles(folder, isFirst) {
  if ((lstatSync(folder).mode & 0o001) === 0) return;
  for (const name of readdirSync(folder)) {
    const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
    if (passedOver.has(path)) continue;
    try {
      lookAt(path, isFirst);
    } catch {
      // It is gone already.
    }
  }
}

function lookAt(path, isFirst) {
  const status = lstatSync(path);
  if (status.isDirectory()) return lookAtFiles(path, isFirst);
  if (status.isFile() && (status.mode & 0o004) === 0) return;
  const state = `${status.ctimeMs} ${status.size} ${status.ino}`;
  if (known.get(path) === state) return;
  known.set(path, state);
  // What was there before the first password came to the host.
  if (isFirst) return;
  if (status.isSymbolicLink() && status.uid !== 0) note('/run/links', path);
  if (!status.isFile()) return;
  const content = readFileSync(path, 'utf8');
  for (const [what, text] of texts) if (content.includes(text)) note('/run/readable', `${path}: ${what}`);
}

for (const file of ['arguments', 'readable', 'links']) writeFileSync(`/run/${file}`, '');
lookAtFiles('/', true);
let rounds = 0;
setInterval(() => {
  lookAtProcesses();
  if (rounds % 4 === 0) lookAtFiles('/', false);
  writeFileSync('/run/rounds', String(++rounds));
}, 25);
