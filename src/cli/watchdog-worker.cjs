// The thread of ./watchdog.ts: it waits, and then asks the main thread where it is. Plain JavaScript of Node's own
// modules, because it has to be ready before the manifest is.
const { writeSync } = require('node:fs');
const { workerData } = require('node:worker_threads');

const { milliseconds, tell, unanswered } = workerData;

/** How long the main thread may take to answer; it cannot while it waits inside of the system. Milliseconds. */
const PATIENCE = 5000;

setTimeout(() => {
  const { Session } = require('node:inspector');
  const session = new Session();
  setTimeout(() => {
    try {
      writeSync(2, unanswered);
    } catch {
      // Nobody listens any more.
    }
    process.kill(process.pid, 'SIGKILL');
  }, PATIENCE);
  session.connectToMainThread();
  // Runs on top of whatever the main thread does, even a loop; the stack below it says where that is.
  session.post(
    'Runtime.evaluate',
    { expression: `globalThis[Symbol.for('${tell}')](new Error().stack); 0` },
    () => {
      session.post('Runtime.terminateExecution');
      session.disconnect();
    },
  );
}, milliseconds);
