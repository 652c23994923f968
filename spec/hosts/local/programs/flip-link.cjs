// Puts a file and a link to another one in the place of a path by turns, as fast as it can, until it is told to end.
const { linkSync, renameSync, symlinkSync, unlinkSync, writeFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');

const { path, target, ended } = workerData;
const stop = new Int32Array(ended);
writeFileSync(`${path}.file`, 'harmless');
symlinkSync(target, `${path}.link`);
parentPort.postMessage('begun');
for (let round = 0; Atomics.load(stop, 0) === 0; round++) {
  const next = `${path}.next`;
  if (round % 2 === 0) symlinkSync(target, next);
  else linkSync(`${path}.file`, next);
  renameSync(next, path);
}
unlinkSync(`${path}.file`);
