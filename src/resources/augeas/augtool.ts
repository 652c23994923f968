import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { describeExit } from '../tools/command-result.js';

/** The files and lenses of an Augeas process. */
export interface AugeasOptions {
  readonly root: string;
  readonly loadPath: readonly string[];
  readonly typeCheck: boolean;
  /** Whether the files of its own lenses are loaded. */
  readonly allLenses: boolean;
}

/** The result of a command of augtool. */
export interface CommandResult {
  readonly output: string;
  /** Why it failed; empty if it succeeded. */
  readonly error: string;
}

/** augtool is not installed. */
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
 * Runs commands of augtool, and returns the result of each. augtool continues after a command that failed, and does not
 * report which one it was: so each is followed by an unknown command, whose error marks the position.
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
  const result = await session.host.run({
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
  const { stdout, stderr, failure, timedOut, signal } = result;
  if (failure === 'ENOENT') throw new AugtoolMissingError();
  if (failure !== undefined || timedOut) raise('augeas.failed', `augtool ${describeExit('augtool', result)}`);
  const errors = splitErrors(stderr, commands.length);
  const outputs = splitOutput(stdout, commands.length);
  if (errors === undefined || outputs === undefined) {
    const output = stderr.trim().replaceAll('\n', '; ');
    raise(
      'augeas.failed',
      `augtool ${signal === null ? 'stopped early' : describeExit('augtool', result)}${output && `: ${output}`}`,
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
    // The error has a heading.
    if (lines.at(-1) === 'error: Failed to execute command') lines.pop();
    errors.push(formatErrorLines(lines));
    lines = [];
  }
  return errors.length === count ? errors : undefined;
}

function formatErrorLines(lines: readonly string[]): string {
  const messages = lines.map((line) => line.replace(/^error: /, '').trim()).filter((line) => line !== '');
  return messages.filter((line) => line !== 'Failed to execute command' || messages.length === 1).join('; ');
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
