import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { messageOf, raise } from '../../errors/glance-apply-error.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { resolveFile } from '../../hosts/resolve-file.js';
import { contextOf, type DesiredAugeas } from './attributes.js';
import { type AugeasError, formatAugeasError, parseAugeasErrors } from './augeas-errors.js';
import { type AugeasOptions, type CommandResult, runAugtool } from './augtool.js';
import {
  filePathOf,
  literalPathOf,
  parseMatches,
  parsePrinted,
  quotePath,
  quoteString,
} from './augtool-syntax.js';
import { type AugeasCommand, parseChanges, parseCondition } from './commands.js';
import { buildConditionCommands, isConditionMet } from './condition.js';
import { buildLoadCommands } from './load-commands.js';
import { withMirror } from './mirror.js';
import type { EditedFile } from './pending-edits.js';

/** The result of trying the commands of a resource. */
export interface CommandTrial {
  /** Whether `onlyif` is met. */
  readonly isConditionMet: boolean;
  /** The files that would change. */
  readonly files: readonly EditedFile[];
  /** Messages about files that Augeas could not read, and that the commands apparently do not use. */
  readonly warnings: readonly string[];
}

const PRINT_ERRORS = 'print /augeas//error';

/** Tries the commands on copies of all files that Augeas loads for them; the host is not changed. */
export async function tryCommands(session: Session, desired: DesiredAugeas): Promise<CommandTrial> {
  const context = contextOf(desired);
  const changes = parseChanges(desired.changes, context);
  const condition = parseCondition(desired.onlyif, context);
  const concerned = [...changes, ...(condition === undefined ? [] : [condition])];
  const load = buildLoadCommands(desired, concerned);
  const { files, skipped } = await readContents(
    session,
    desired,
    await listLoadedFiles(session, desired, load),
  );
  const directories = await findExistingDirectories(session, desired, [context, ...listPaths(concerned)]);
  return withMirror(session, { files, directories }, async ({ root }) => {
    const [print = '', match = ''] = condition === undefined ? [] : buildConditionCommands(condition);
    const commands = [
      ...load,
      PRINT_ERRORS,
      ...(condition === undefined ? [] : [print, match]),
      ...changes.map(formatForAugtool),
      'save',
      'print /augeas/events/saved',
      PRINT_ERRORS,
    ];
    const results = await runAugtool(session, toAugeasOptions(desired, root), commands);
    const loadResults = results.splice(0, load.length + 1);
    throwFirstError(loadResults.slice(0, -1), load);
    const warnings = [
      ...skipped,
      ...checkLoadErrors(desired, loadResults.at(-1)?.output ?? '', [context, ...listPaths(concerned)]),
    ];

    if (condition !== undefined) {
      const conditionResults = results.splice(0, 2);
      throwFirstError(conditionResults, [desired.onlyif, desired.onlyif]);
      const values = parsePrinted(conditionResults[0]?.output ?? '');
      const paths = parseMatches(conditionResults[1]?.output ?? '', values);
      if (!isConditionMet(condition, { paths, values }))
        return { isConditionMet: false, files: [], warnings };
    }
    throwFirstError(results.splice(0, changes.length), changes.map(formatCommand));
    const [save, saved, errors] = results;
    if (save?.error) raise('augeas.failed', describeSaveFailure(save.error, errors?.output ?? ''));
    const edited = [...new Set(parsePrinted(saved?.output ?? '').values())].flatMap((path) =>
      path === undefined ? [] : [toFilePath(path)],
    );
    return {
      isConditionMet: true,
      files: await compareFiles(session, desired.root, root, edited, files),
      warnings,
    };
  });
}

function toAugeasOptions({ load_path = [], type_check, incl }: DesiredAugeas, root: string): AugeasOptions {
  const loadPath = [load_path].flat().flatMap((path) => path.split(':').filter((one) => one !== ''));
  return { root, loadPath, typeCheck: type_check, allLenses: incl === undefined };
}

/** Lists the files that Augeas loads, below the root. */
async function listLoadedFiles(
  session: Session,
  desired: DesiredAugeas,
  load: readonly string[],
): Promise<string[]> {
  const { incl, root } = desired;
  if (incl !== undefined && !/[*?[\]\\{}]/.test(incl)) {
    // Read here, so that links are followed, and the error of the system is reported.
    const [content] = await readFollowing(session, root, [incl]);
    if (content instanceof Error) throw content;
    return content === undefined ? [] : [incl];
  }
  const commands = [...load, 'print /augeas/files//path', PRINT_ERRORS];
  const results = await runAugtool(session, toAugeasOptions(desired, root), commands);
  throwFirstError(results, commands);
  const unreadable = new Set(
    parseAugeasErrors(parsePrinted(results.at(-1)?.output ?? ''))
      .filter(({ kind }) => kind === 'read_failed')
      .map(({ where }) => where),
  );
  return [...parsePrinted(results.at(-2)?.output ?? '').values()].flatMap((path) =>
    path === undefined || unreadable.has(toFilePath(path)) ? [] : [toFilePath(path)],
  );
}

/**
 * Reads the files that Augeas loads with the same restrictions as all files of resources: unsafe links of other users and
 * pipes are refused. Files that only match its lenses are skipped if they cannot be read, and reported.
 */
async function readContents(
  session: Session,
  { root, incl }: DesiredAugeas,
  paths: readonly string[],
): Promise<{ files: ReadonlyMap<string, Buffer>; skipped: readonly string[] }> {
  const files = new Map<string, Buffer>();
  const skipped: string[] = [];
  for (const path of paths) {
    try {
      const [content] = await session.host.files.read([
        await resolveFile(session.host.files, posix.join(root, path)),
      ]);
      if (content instanceof Error) throw content;
      if (content !== undefined) files.set(path, content);
    } catch (error) {
      if (incl === path) throw error;
      skipped.push(`${path} is skipped: ${messageOf(error)}`);
    }
  }
  return { files, skipped };
}

/** Converts a path in a value of Augeas, which has no escapes, unlike paths of the tree. */
function toFilePath(value: string): string {
  return value.replace(/^\/files/, '');
}

/** Finds the existing directories of paths in commands: Augeas does not create the directory of a new file. */
async function findExistingDirectories(
  session: Session,
  { root }: DesiredAugeas,
  paths: readonly string[],
): Promise<string[]> {
  const candidates = new Set<string>();
  for (const path of paths) {
    const literal = literalPathOf(path);
    if (literal === '') continue;
    for (let at = filePathOf(literal); at !== '/' && at !== '.'; at = posix.dirname(at)) candidates.add(at);
  }
  const all = [...candidates];
  const found = await session.host.files.resolve(all.map((path) => posix.join(root, path)));
  const real = found.map((one) => (one instanceof Error ? undefined : one.path));
  const statuses = await session.host.files.status(real.map((path) => path ?? '/'));
  return all.filter((_, index) => real[index] !== undefined && isDirectory(statuses[index]));
}

function isDirectory(status: FileStatus | Error | undefined): boolean {
  return status !== undefined && !(status instanceof Error) && status.kind === 'directory';
}

/** Lists the absolute paths in the arguments of commands. */
function listPaths(commands: readonly AugeasCommand[]): string[] {
  return commands.flatMap((command) => command.arguments.filter((argument) => argument.startsWith('/')));
}

/** Formats a command in the syntax of augtool. */
function formatForAugtool({ name, arguments: [first = '', second = '', third = ''] }: AugeasCommand): string {
  switch (name) {
    case 'set':
      return `set ${quotePath(first)} ${quoteString(second)}`;
    case 'setm':
      return `setm ${quotePath(first)} ${quotePath(second)} ${quoteString(third)}`;
    case 'clearm':
      return `clearm ${quotePath(first)} ${quotePath(second)}`;
    case 'rename':
      return `rename ${quotePath(first)} ${quoteString(second)}`;
    case 'mv':
    case 'move':
      return `mv ${quotePath(first)} ${quotePath(second)}`;
    case 'ins':
    case 'insert':
      return `ins ${quoteString(first)} ${second} ${quotePath(third)}`;
    case 'defvar':
      return `defvar ${quoteString(first)} ${quotePath(second)}`;
    case 'defnode':
      return `defnode ${quoteString(first)} ${quotePath(second)} ${quoteString(third)}`;
    default:
      return `${name === 'remove' ? 'rm' : name} ${quotePath(first)}`;
  }
}

function formatCommand(command: AugeasCommand): string {
  return [command.name, ...command.arguments].join(' ');
}

function throwFirstError(results: readonly CommandResult[], commands: readonly string[]): void {
  const at = results.findIndex(({ error }) => error !== '');
  if (at >= 0) raise('augeas.failed', `'${commands[at]}' failed: ${results[at]?.error}`);
}

function describeSaveFailure(message: string, printed: string): string {
  const errors = parseAugeasErrors(parsePrinted(printed));
  return `the changes cannot be saved: ${errors.length === 0 ? message : errors.map(formatAugeasError).join('; ')}`;
}

/**
 * Throws if a file that the commands use could not be loaded.
 * @returns messages about other files.
 */
function checkLoadErrors(desired: DesiredAugeas, printed: string, paths: readonly string[]): string[] {
  const errors = parseAugeasErrors(parsePrinted(printed));
  const named = paths.map((path) => `${filePathOf(path)}/`);
  const concerns = ({ where }: AugeasError) =>
    desired.incl !== undefined || named.some((path) => path.startsWith(`${where}/`));
  const own = errors.filter(concerns);
  if (own.length > 0)
    raise('augeas.failed', `Augeas cannot read it: ${own.map(formatAugeasError).join('; ')}`);
  return errors.map(formatAugeasError);
}

/** @param loaded The contents that were tried: a file may have changed since then. */
async function compareFiles(
  session: Session,
  root: string,
  mirror: string,
  edited: readonly string[],
  loaded: ReadonlyMap<string, Buffer>,
): Promise<EditedFile[]> {
  const others = edited.filter((path) => !loaded.has(path));
  const found = await readFollowing(session, root, others);
  const before = new Map([...loaded, ...others.map((path, index) => [path, found[index]] as const)]);
  const after = await session.host.files.read(edited.map((path) => posix.join(mirror, path)));
  return edited.flatMap((path, index) => {
    const [old, fresh] = [before.get(path), after[index]];
    if (old instanceof Error) throw old;
    if (fresh instanceof Error) throw fresh;
    const same = old === undefined ? fresh === undefined : fresh !== undefined && old.equals(fresh);
    return same ? [] : [{ path: posix.join(root, path), before: old, after: fresh }];
  });
}

async function readFollowing(
  session: Session,
  root: string,
  paths: readonly string[],
): Promise<(Buffer | Error | undefined)[]> {
  const { files } = session.host;
  const real = await files.resolve(paths.map((path) => posix.join(root, path)));
  return files.read(
    real.map((one, index) => (one instanceof Error ? posix.join(root, paths[index] ?? '') : one.path)),
  );
}
