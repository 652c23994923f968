// Runs a command and kills it with SIGKILL at a change of a directory, counted from 1, and the tools that it has started
// where it is told so. Prints whether it was killed, and ends when those tools have ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [directory, change, tool, how, program, ...args] = process.argv.slice(2);

/** The processes of the tool. */
function running() {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/comm`, 'utf8') === `${tool}\n`;
    } catch {
      // It is no process, or has ended.
      return false;
    }
  });
}

function killTools() {
  for (const pid of running()) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

const child = spawn(program, args, { stdio: 'ignore' });
let changes = 0;
const watcher = watch(directory, () => {
  changes++;
  if (changes !== Number(change)) return;
  child.kill('SIGKILL');
  if (how === 'all') killTools();
});
const [, signal] = await once(child, 'exit');
watcher.close();
while (running().length > 0) await sleep(10);
process.stdout.write(signal === 'SIGKILL' ? 'killed' : 'not killed');
