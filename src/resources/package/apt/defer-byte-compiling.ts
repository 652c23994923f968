import type { Session } from '../../../engine/session.js';
import type { PackageSubject } from '../attributes.js';
import { TRANSACTION_TIMEOUT } from './apt-get.js';
import { byteCompileScript, PY3COMPILE } from './byte-compile-script.js';

/** How many calls that failed are named. */
const SHOWN = 3;

/** Stands before the real command while packages are installed, and notes the call instead. */
const placeholder = `#!/bin/sh
# Of glance-apply: what packages would compile one after the other while they are installed is noted here, and
# compiled on all processors when they all are there. Removed after each transaction.
[ $# -eq 0 ] || printf '%s\\0' $# "$@" >>"\${0%/*}/calls" || exec ${PY3COMPILE} "$@"
`;

/**
 * Does work with apt, and after it what its packages would have done one by one: the byte-compiling of their Python
 * modules. The result is the same, in a fraction of the time where there are many.
 * @param work is given options for apt-get
 */
export async function deferByteCompiling<T>(
  session: Session,
  subjects: readonly PackageSubject[],
  work: (options: readonly string[]) => Promise<T>,
): Promise<T> {
  const { host, stateDirectory, signal } = session;
  // One of them speaks for all: which of them brings the modules is dpkg's to know.
  const [speaker] = subjects;
  const path = await session.once('DPkg::Path', () => readSearchPath(session));
  const folder = `${stateDirectory}/py3compile`;
  if (speaker === undefined || path === undefined || !(await installPlaceholder())) return work([]);
  const { reference } = speaker;
  try {
    return await work(['-o', `DPkg::Path=${folder}:${path}`]);
  } finally {
    if (await runRecordedCalls()) await host.files.remove(folder, { recursive: true });
  }

  /** Puts the placeholder there, beside what an interrupted run may have noted; false where programs may not run. */
  async function installPlaceholder(): Promise<boolean> {
    const [there] = await host.files.status([folder]);
    if (there === undefined) await host.files.makeDirectory(folder, { mode: 0o700 });
    await host.files.write(`${folder}/py3compile`, placeholder, { mode: 0o755 });
    const { status } = await host.run({ argv: [`${folder}/py3compile`] });
    if (status !== 0) await host.files.remove(folder, { recursive: true });
    return status === 0;
  }

  /** Makes the calls that were noted; false where the next transaction must try again. */
  async function runRecordedCalls(): Promise<boolean> {
    const calls = `${folder}/calls`;
    const [noted] = await host.files.status([calls]);
    if (noted === undefined) return true;
    if (signal.aborted) reportContinuation();
    signal.addEventListener('abort', reportContinuation);
    const { status, stderr } = await host.run({
      argv: ['/usr/bin/python3', '-I', '-c', byteCompileScript, calls],
      timeout: TRANSACTION_TIMEOUT,
      onOutput: (text) => session.progress(text.trimEnd().split('\n').at(-1) ?? ''),
    });
    signal.removeEventListener('abort', reportContinuation);
    if (status === 0) return true;
    // Python is missing, or half there because apt was ended.
    if (status === null || signal.aborted) return false;
    const complaints = stderr.trim().split('\n').slice(0, SHOWN).join('; ');
    session.warn(
      reference,
      `not all Python modules could be byte-compiled: ${complaints}`,
      'they work all the same, but are compiled anew at each start',
    );
    return true;
  }

  /** Says why an interrupt does not end it. */
  function reportContinuation(): void {
    session.message(
      reference,
      'Python modules are still compiled: no later run would see that they are missing',
    );
  }
}

/** Where dpkg and its scripts find programs: apt.conf(5), DPkg::Path. Undefined where this apt does not say it. */
async function readSearchPath({ host }: Session): Promise<string | undefined> {
  const { stdout } = await host.run({ argv: ['apt-config', 'dump', 'DPkg::Path'] });
  return /^DPkg::Path "(.+)";$/m.exec(stdout)?.[1];
}
