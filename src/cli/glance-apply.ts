#!/usr/bin/env node
import { thisCopy } from '../errors/this-copy.js';

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  // Answered before anything else is loaded: scripts ask for it often.
  process.stdout.write(`${thisCopy.version}\n`);
  void tellOtherCopy();
} else {
  // Not awaited: a manifest that is stopped in the middle must not make a module that never ends.
  void start();
}

/** A copy that is installed for the whole machine says which one manifests are applied with here. */
async function tellOtherCopy(): Promise<void> {
  const { findProjectCopy: projectCopy } = await import('./project-copy.js');
  const copy = projectCopy(process.cwd());
  if (copy === undefined) return;
  process.stderr.write(`manifests here are applied with ${copy.version}, in ${copy.folder}\n`);
}

async function start(): Promise<void> {
  const [{ mainOfProject }, { flush: flushed, processIo }, { endProcess }] = await Promise.all([
    import('./main.js'),
    import('./io.js'),
    import('./end-process.js'),
  ]);
  const io = processIo();
  const status = await mainOfProject(words, io);
  // The copy of the project goes on from here.
  if (status === undefined) return;
  await flushed(io);
  // What a manifest left open, a timer or a connection, must not keep the command from ending.
  endProcess(status, io);
}
