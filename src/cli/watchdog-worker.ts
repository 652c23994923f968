import { writeSync } from 'node:fs';
import type { Runtime, Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';
import type { WatchdogOrder } from './watchdog.js';

const { path, seconds, directory, colours, width } = workerData as WatchdogOrder;

/** How long the other thread may take to answer; it cannot while it waits inside of the system. Milliseconds. */
const PATIENCE = 2000;

setTimeout(() => void end(), seconds * 1000);

async function end(): Promise<void> {
  // A thread that nothing keeps alive would end before the answer comes.
  setTimeout(() => {
    writeSync(2, `error: ${path} does not come to an end, and cannot be interrupted\n`);
    process.kill(process.pid, 'SIGKILL');
  }, PATIENCE);
  const { Session } = await import('node:inspector');
  const session = new Session();
  session.connectToMainThread();
  const stack = await evaluate(session, 'new Error().stack');
  await tell(typeof stack === 'string' ? stack : '');
  // Ends the loop, if it is one; the rest of the process then ends at its next turn.
  await evaluate(session, 'process.exitCode = 1; setImmediate(() => process.reallyExit(1)); 0');
  session.post('Runtime.terminateExecution');
  session.disconnect();
}

function evaluate(session: Session, expression: string): Promise<unknown> {
  return new Promise((resolve) => {
    session.post('Runtime.evaluate', { expression }, (_error, answer?: Runtime.EvaluateReturnType) => {
      resolve(answer?.result.value);
    });
  });
}

async function tell(stack: string): Promise<void> {
  const [{ firstUserFrame }, { problem }, { makePaint, renderDiagnostic }] = await Promise.all([
    import('../catalog/position.js'),
    import('../errors/diagnostic.js'),
    import('../views/index.js'),
  ]);
  const place = firstUserFrame(stack);
  const doing = place === undefined ? 'it waits for something' : 'this is where it is';
  const diagnostic = problem(
    'manifest.endless',
    `${path} did not come to an end within ${seconds} s; ${doing}`,
    {
      place,
      hint: 'end the loop, or give it more time with --time-limit SECONDS',
    },
  );
  writeSync(2, `${renderDiagnostic(diagnostic, { paint: makePaint(colours), width, directory })}\n`);
}
