import { posix } from 'node:path';
import type { Session } from '../../engine/session.js';
import { messageOf, raise } from '../../errors/glance-apply-error.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { resolveFile } from '../../hosts/resolve-file.js';
import { contextOf, type WantedAugeas } from './attributes.js';
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

/** What the commands of a resource would do. */
export interface CommandTrial {
  /** Whether `onlyif` holds. */
  readonly isConditionMet: boolean;
  /** The files that would change. */
  readonly files: readonly EditedFile[];
  /** Files that Augeas could not read, and that the commands have nothing to do with as far as one can see. */
  readonly warnings: readonly string[];
}

const PRINT_ERRORS = 'print /augeas//error';

/** Tries the commands on copies of all files that Augeas loads for them; nothing of the host is changed. */
export async function tryCommands(session: Session, wanted: WantedAugeas): Promise<CommandTrial> {
  const context = contextOf(wanted);
  const changes = parseChanges(wanted.changes, context);
  const question = parseCondition(wanted.onlyif, context);
  const concerned = [...changes, ...(question === undefined ? [] : [question])];
  const load = buildLoadCommands(wanted, concerned);
  const { files, leftOut } = await readContents(
    session,
    wanted,
    await listLoadedFiles(session, wanted, load),
  );
  const directories = await findExistingDirectories(session, wanted, [context, ...listPaths(concerned)]);
  return withMirror(session, { files, directories }, async ({ root }) => {
    const [print = '', match = ''] = question === undefined ? [] : buildConditionCommands(question);
    const commands = [
      ...load,
      PRINT_ERRORS,
      ...(question === undefined ? [] : [print, match]),
      ...changes.map(formatForAugtool),
      'save',
      'print /augeas/events/saved',
      PRINT_ERRORS,
    ];
    const results = await runAugtool(session, toAugeasOptions(wanted, root), commands);
    const taken = results.splice(0, load.length + 1);
    throwFirstError(taken.slice(0, -1), load);
    const warnings = [
      ...leftOut,
      ...checkLoadErrors(wanted, taken.at(-1)?.output ?? '', [context, ...listPaths(concerned)]),
    ];

    if (question !== undefined) {
      const answers = results.splice(0, 2);
      throwFirstError(answers, [wanted.onlyif, wanted.onlyif]);
      const values = parsePrinted(answers[0]?.output ?? '');
      const paths = parseMatches(answers[1]?.output ?? '', values);
      if (!isConditionMet(question, { paths, values })) return { isConditionMet: false, files: [], warnings };
    }
    throwFirstError(results.splice(0, changes.length), changes.map(formatCommand));
    const [save, saved, errors] = results;
    if (save?.error) raise('augeas.failed', describeSaveFailure(save.error, errors?.output ?? ''));
    const edited = [...new Set(parsePrinted(saved?.output ?? '').values())].flatMap((path) =>
      path === undefined ? [] : [toFilePath(path)],
    );
    return {
      isConditionMet: true,
      files: await compareFiles(session, wanted.root, root, edited, files),
      warnings,
    };
  });
}

function toAugeasOptions({ load_path = [], type_check, incl }: WantedAugeas, root: string): AugeasOptions {
  const loadPath = [load_path].flat().flatMap((path) => path.split(':').filter((one) => one !== ''));
  return { root, loadPath, typeCheck: type_check, allLenses: incl === undefined };
}

/** The files that Augeas loads, below the root. */
async function listLoadedFiles(
  session: Session,
  wanted: WantedAugeas,
  load: readonly string[],
): Promise<string[]> {
  const { incl, root } = wanted;
  if (incl !== undefined && !/[*?[\]\\{}]/.test(incl)) {
    // Through links, and with the system's own reason where it may not be read.
    const [content] = await readFollowing(session, root, [incl]);
    if (content instanceof Error) throw content;
    return content === undefined ? [] : [incl];
  }
  const commands = [...load, 'print /augeas/files//path', PRINT_ERRORS];
  const results = await runAugtool(session, toAugeasOptions(wanted, root), commands);
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
 * What is in the files that Augeas loads, read as all files of resources are: through no link of another user to what is
 * not theirs, and never from a pipe. Of those that only its lenses name, what cannot be read is left out, which is said.
 */
async function readContents(
  session: Session,
  { root, incl }: WantedAugeas,
  paths: readonly string[],
): Promise<{ files: ReadonlyMap<string, Buffer>; leftOut: readonly string[] }> {
  const files = new Map<string, Buffer>();
  const leftOut: string[] = [];
  for (const path of paths) {
    try {
      const [content] = await session.host.files.read([
        await resolveFile(session.host.files, posix.join(root, path)),
      ]);
      if (content instanceof Error) throw content;
      if (content !== undefined) files.set(path, content);
    } catch (error) {
      if (incl === path) throw error;
      leftOut.push(`${path} is left out: ${messageOf(error)}`);
    }
  }
  return { files, leftOut };
}

/** A file as Augeas names it in values: without the escapes that paths of the tree have. */
function toFilePath(value: string): string {
  return value.replace(/^\/files/, '');
}

/** The directories on the way of paths in commands: a file that is new needs its own, and Augeas makes none. */
async function findExistingDirectories(
  session: Session,
  { root }: WantedAugeas,
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

/** All paths that commands name. */
function listPaths(commands: readonly AugeasCommand[]): string[] {
  return commands.flatMap((command) => command.arguments.filter((argument) => argument.startsWith('/')));
}

/** A command as augtool reads it. */
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

function describeSaveFailure(said: string, printed: string): string {
  const errors = parseAugeasErrors(parsePrinted(printed));
  return `the changes cannot be saved: ${errors.length === 0 ? said : errors.map(formatAugeasError).join('; ')}`;
}

/** Fails where a file that the commands are about could not be loaded; gives the others. */
function checkLoadErrors(wanted: WantedAugeas, printed: string, paths: readonly string[]): string[] {
  const errors = parseAugeasErrors(parsePrinted(printed));
  const named = paths.map((path) => `${filePathOf(path)}/`);
  const concerns = ({ where }: AugeasError) =>
    wanted.incl !== undefined || named.some((path) => path.startsWith(`${where}/`));
  const own = errors.filter(concerns);
  if (own.length > 0)
    raise('augeas.failed', `Augeas cannot read it: ${own.map(formatAugeasError).join('; ')}`);
  return errors.map(formatAugeasError);
}

/** @param loaded what was tried: by now there may be something else in a file, and what comes of the trial lacks that */
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
