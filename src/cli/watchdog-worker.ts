import { writeSync } from 'node:fs';
import type { Runtime, Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';
import type { Place } from '../errors/place.js';
import type { WatchdogOrder } from './watchdog.js';

const { path, seconds, directory, colours, width } = workerData as WatchdogOrder;

/** How long the other thread may take to answer; it cannot while it waits inside of the system. Milliseconds. */
const PATIENCE = 2000;

setTimeout(() => void end(), seconds * 1000);

async function end(): Promise<void> {
  // A thread that nothing keeps alive would end before the answer comes.
  setTimeout(async () => {
    await tell('it waits for a call that does not return, such as a command', undefined);
    process.kill(process.pid, 'SIGKILL');
  }, PATIENCE);
  const { Session } = await import('node:inspector');
  const session = new Session();
  session.connectToMainThread();
  const stack = await evaluate(session, 'new Error().stack');
  const { firstUserFrame } = await import('../catalog/position.js');
  const place = firstUserFrame(typeof stack === 'string' ? stack : '');
  await tell(place === undefined ? 'it waits for something' : 'this is where it is', place);
  // Ends the loop, if it is one, and then the process: not at once, for it would wait until this is disconnected.
  await evaluate(session, 'process.exitCode = 1; setTimeout(() => process.reallyExit(1), 200); 0');
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

async function tell(doing: string, place: Place | undefined): Promise<void> {
  const [{ problem }, { makePaint, renderDiagnostic }] = await Promise.all([
    import('../errors/diagnostic.js'),
    import('../views/index.js'),
  ]);
  const message = `${path} did not come to an end within ${seconds} s; ${doing}`;
  const remedy = place === undefined ? 'look at what it waits for' : 'end the loop';
  const hint = `${remedy}, or give it more time with --time-limit SECONDS`;
  const diagnostic = problem('manifest.endless', message, { place, hint });
  writeSync(2, `${renderDiagnostic(diagnostic, { paint: makePaint(colours), width, directory })}\n`);
}
