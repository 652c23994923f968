// Exchanges directories, links and files of this user as fast as it can, until a file says that it is enough and it has
// made so many exchanges, and prints how often each was made. What it aims at is in /srv/foreign, which is root's.
import fs from 'node:fs';

const [enough, fewest] = [process.argv[2], Number(process.argv[3])];
const FOREIGN = '/srv/foreign';
const NAMES = ['f0', 'f1', 'f2', 'f3'];
const counts = {};

/** Does something that a run may get in the way of, and counts it where it was done. */
function attempt(name, act) {
  try {
    act();
    if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
  } catch {
    // The run was quicker: it has removed or made what this was about.
  }
}

/** Where something is kept ready that is not in its place now. */
function aside(path, what) {
  return `/srv/aside/${path.replaceAll('/', '-')}.${what}`;
}

function isLink(path) {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** A directory of hers becomes a link to a foreign one, or is a directory again. */
function exchangeDirectory(path) {
  const [kept, trap] = [aside(path, 'kept'), aside(path, 'trap')];
  if (isLink(path)) {
    attempt(undefined, () => fs.renameSync(path, trap));
    attempt(undefined, () => fs.renameSync(kept, path));
    return;
  }
  attempt(undefined, () => fs.mkdirSync(path));
  for (const name of NAMES)
    attempt(undefined, () => fs.writeFileSync(`${path}/${name}`, 'hers', { mode: 0o600, flag: 'wx' }));
  attempt(undefined, () => fs.symlinkSync(FOREIGN, trap));
  attempt(undefined, () => fs.rmSync(kept, { recursive: true }));
  attempt('directories', () => {
    fs.renameSync(path, kept);
    fs.renameSync(trap, path);
  });
}

/** A file of hers becomes a link to a foreign one, or another name of that where the system permits it, or a file again. */
function exchangeFile(path, target, turn) {
  const next = aside(path, 'next');
  attempt(undefined, () => fs.rmSync(next));
  if (turn === 0) attempt(undefined, () => fs.writeFileSync(next, 'hers\n', { mode: 0o600 }));
  else if (turn === 1) attempt(undefined, () => fs.symlinkSync(target, next));
  else attempt(undefined, () => fs.linkSync(target, next));
  attempt(['files', 'links', 'names'][turn], () => fs.renameSync(next, path));
}

const rest = new Int32Array(new SharedArrayBuffer(4));

/** On a machine that is busy, an exchange takes longer than on one that is not: their number counts, and not the time. */
function isOver() {
  return counts.directories > fewest && counts.links > fewest && fs.existsSync(enough);
}

for (let round = 0; !isOver(); round++) {
  // Every other second with pauses: what never holds still is refused at the first look, and nothing later is met.
  if (Math.floor(Date.now() / 1000) % 2 === 0) Atomics.wait(rest, 0, 0, Math.random() * 20);
  const index = Math.floor(Math.random() * 10);
  const target = `${FOREIGN}/${NAMES[index % NAMES.length]}`;
  for (const tree of ['owned', 'purged', 'tidied', 'removed']) {
    attempt(undefined, () => fs.mkdirSync(`/srv/${tree}`));
    exchangeDirectory(`/srv/${tree}/d${index}`);
    exchangeFile(`/srv/${tree}/e${index}`, target, round % 3);
  }
  exchangeDirectory('/home/alice/bin');
  exchangeDirectory(`/home/alice/kept${index % 5}`);
  exchangeDirectory(`/home/alice/kept${index % 5}.bak`);
  for (const name of ['edited', 'settings', 'saved', 'saved.bak'])
    exchangeFile(`/home/alice/${name}`, target, (round + index) % 3);
}
process.stdout.write(JSON.stringify(counts));
