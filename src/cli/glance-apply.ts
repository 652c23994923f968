#!/usr/bin/env node
import { thisCopy } from '../errors/this-copy.js';

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  // Answered before anything else is loaded, because scripts call it often.
  process.stdout.write(`${thisCopy.version}\n`);
  void tellOtherCopy();
} else {
  // Not awaited: a manifest that is stopped in the middle must not make a module that never ends.
  void start();
}

/** Reports which copy of the library the manifests of this directory are applied with, if it is another one. */
async function tellOtherCopy(): Promise<void> {
  const { findProjectCopy } = await import('./project-copy.js');
  const copy = findProjectCopy(process.cwd());
  if (copy === undefined) return;
  process.stderr.write(`manifests here are applied with ${copy.version}, in ${copy.folder}\n`);
}

async function start(): Promise<void> {
  const [{ mainOfProject }, { flush, processIo }, { endProcess }] = await Promise.all([
    import('./main.js'),
    import('./io.js'),
    import('./end-process.js'),
  ]);
  const io = processIo();
  const status = await mainOfProject(words, io);
  // The project's copy has taken over.
  if (status === undefined) return;
  await flush(io);
  // What a manifest left open, a timer or a connection, must not keep the command from ending.
  endProcess(status, io);
}
