// The worker thread of ./watchdog.ts: it waits, and then has the main thread report its stack. Plain JavaScript with
// Node's own modules only, because it has to be ready before the manifest.
const { writeSync } = require('node:fs');
const { workerData } = require('node:worker_threads');

const { milliseconds, callbackName, unanswered } = workerData;

/** Milliseconds that the main thread has to answer, which it cannot while it is blocked in a system call. */
const TIMEOUT = 5000;

setTimeout(() => {
  const { Session } = require('node:inspector');
  const session = new Session();
  setTimeout(() => {
    try {
      writeSync(2, unanswered);
    } catch {
      // Standard error is closed.
    }
    process.kill(process.pid, 'SIGKILL');
  }, TIMEOUT);
  session.connectToMainThread();
  // Runs on top of whatever the main thread executes, even a loop; the stack below shows where it is.
  session.post(
    'Runtime.evaluate',
    { expression: `globalThis[Symbol.for('${callbackName}')](new Error().stack); 0` },
    () => {
      session.post('Runtime.terminateExecution');
      session.disconnect();
    },
  );
}, milliseconds);
