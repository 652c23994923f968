#!/usr/bin/env node
import { version } from './version.js';

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  // Answered before anything else is loaded: scripts ask for it often.
  process.stdout.write(`${version()}\n`);
} else {
  // Not awaited: a manifest that is stopped in the middle must not make a module that never ends.
  void start();
}

async function start(): Promise<void> {
  const [{ main }, { flushed, processIo }] = await Promise.all([import('./main.js'), import('./io.js')]);
  const io = processIo();
  const status = await main(words, io);
  await flushed(io);
  // What a manifest left open, a timer or a connection, must not keep the command from ending.
  process.exit(status);
}
