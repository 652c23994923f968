import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { lastLines } from '../../tools/command-result.js';
import { requireReadable } from '../../tools/require-readable.js';
import { isToBeRemoved, type PackageSubject } from '../attributes.js';
import { createTool, isInstalled, readPackage } from './read.js';
import { hasFailed, type ToolDefinition, toToolError } from './tool.js';

/** Installs or removes a package, and verifies the result. */
export async function changePackage(
  definition: ToolDefinition,
  session: Session,
  subject: PackageSubject,
): Promise<void> {
  const tool = createTool(definition, session, subject);
  const { desired } = subject;
  const args = isToBeRemoved(desired)
    ? definition.toRemoveArguments(subject)
    : definition.toInstallArguments(subject);
  session.progress(`${args[0]} ${desired.name}`);
  const result = await tool.run(args);
  const command = `${tool.programs[0]} ${args[0]}`;
  if (hasFailed(result)) throw toToolError(definition, command, result);
  const state = requireReadable(await readPackage(definition, tool, subject), 'package.unreadable');
  if (isInstalled(desired, state)) return;
  const output = lastLines(result, 1);
  raise(
    'package.not-done',
    `${command} succeeded, but ensure is '${state.ensure}'${output && `: ${output}`}`,
  );
}
