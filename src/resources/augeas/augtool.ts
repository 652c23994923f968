import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { describeSpawnError } from '../../hosts/spawn-error.js';

/** Which files and lenses Augeas is opened with. */
export interface AugeasOptions {
  readonly root: string;
  readonly loadPath: readonly string[];
  readonly typeCheck: boolean;
  /** Whether it knows the files of its own lenses. */
  readonly allLenses: boolean;
}

/** What a command of augtool has said. */
export interface CommandResult {
  readonly output: string;
  /** Why it failed; empty where it did not. */
  readonly error: string;
}

/** augtool is not there. */
class AugtoolMissingError extends Error {
  constructor() {
    super(
      'augtool is not installed; install the package augeas-tools, or augeas on Enterprise Linux, or declare it before',
    );
  }
}

const STEP = 'glance-apply-step-';
const STEP_NODE = '/augeas/glance_apply';

/**
 * Runs commands of augtool, and tells what each of them said. It goes on after a command that failed and does not say
 * which one it was: so each is followed by one that it does not know, of which it complains in the same place.
 */
export async function runAugtool(
  session: Session,
  { root, loadPath, typeCheck, allLenses }: AugeasOptions,
  commands: readonly string[],
): Promise<CommandResult[]> {
  const lines = commands.flatMap((command, index) => [
    `set ${STEP_NODE} ${index}`,
    `print ${STEP_NODE}`,
    command,
    `${STEP}${index}`,
  ]);
  const { stdout, stderr, failure, timedOut, signal } = await session.host.run({
    argv: [
      'augtool',
      '--noload',
      ...(allLenses ? [] : ['--noautoload']),
      ...(typeCheck ? ['--typecheck'] : []),
      `--root=${root}`,
      ...loadPath.map((path) => `--include=${path}`),
    ],
    input: `${lines.join('\n')}\n`,
    environment: { INPUTRC: '/dev/null' },
    signal: session.signal,
  });
  if (failure === 'ENOENT') throw new AugtoolMissingError();
  if (failure !== undefined) raise('augeas.failed', `augtool ${describeSpawnError('augtool', failure)}`);
  if (timedOut) raise('augeas.failed', 'augtool took too long and was ended');
  const errors = splitErrors(stderr, commands.length);
  const outputs = splitOutput(stdout, commands.length);
  if (errors === undefined || outputs === undefined) {
    const said = stderr.trim().replaceAll('\n', '; ');
    raise(
      'augeas.failed',
      `augtool ${signal === null ? 'broke off' : `was ended by ${signal}`}${said && `: ${said}`}`,
    );
  }
  return commands.map((_, index) => ({ output: outputs[index] ?? '', error: errors[index] ?? '' }));
}

function splitErrors(stderr: string, count: number): string[] | undefined {
  const errors: string[] = [];
  let lines: string[] = [];
  for (const line of stderr.split('\n')) {
    if (!line.includes(`'${STEP}${errors.length}'`)) {
      lines.push(line);
      continue;
    }
    // The complaint has a heading.
    if (lines.at(-1) === 'error: Failed to execute command') lines.pop();
    errors.push(formatErrorLines(lines));
    lines = [];
  }
  return errors.length === count ? errors : undefined;
}

function formatErrorLines(lines: readonly string[]): string {
  const said = lines.map((line) => line.replace(/^error: /, '').trim()).filter((line) => line !== '');
  return said.filter((line) => line !== 'Failed to execute command' || said.length === 1).join('; ');
}

function splitOutput(stdout: string, count: number): string[] | undefined {
  const outputs: string[] = [];
  let rest = stdout;
  for (let index = 0; index < count; index++) {
    const mark = `${STEP_NODE} = "${index}"\n`;
    const at = rest.indexOf(mark);
    if (at < 0) return undefined;
    if (index > 0) outputs.push(rest.slice(0, at));
    rest = rest.slice(at + mark.length);
  }
  return [...outputs, rest];
}
