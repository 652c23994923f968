import { posix } from 'node:path';
import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { reveal } from '../../secrets/secret.js';
import { accountsFor, ownership } from './access.js';
import type { attributes, WantedFile } from './attributes.js';
import { type Child, type ManagedDirectory, surveyDirectory } from './directory-content.js';
import { clear, establish } from './establish.js';
import { look } from './look.js';
import { findSources, type Source } from './sources.js';
import { isFollowed, needsSource, sourceMisfit, wantedKind } from './wanted-kind.js';

/** Makes a file, directory or link what it should be. What is there is looked at anew: it may have changed. */
export async function changeFile(session: Session, subject: Subject<typeof attributes>): Promise<void> {
  const { wanted } = subject;
  const [found] = await look(session.host.files, [wanted.path], () => isFollowed(wanted));
  const { path, status } = found ?? { path: wanted.path, status: undefined };
  if (status instanceof Error) throw status;
  if (wanted.ensure === 'absent') {
    if (status !== undefined) {
      await session.exclusively([path], () => clear(session, wanted, path, status, true));
    }
    return;
  }

  const source = needsSource(wanted, status) ? await sourceOf(session, subject) : undefined;
  const kind = wantedKind(wanted, status, source);
  if (kind === undefined) return;
  const accounts = await accountsFor(session, [subject]);
  const owners = ownership(wanted, accounts);
  const writes = wanted.replace || status === undefined;
  await establish(session, {
    path,
    kind,
    content: kind === 'file' && writes ? await contentOf(wanted, source) : undefined,
    target: wanted.replace || status === undefined ? wanted.target : status?.target,
    owners,
    confidential: subject.secrets.has('content'),
    wanted,
  });
  if (kind === 'directory' && wanted.recurse)
    await changeContent(session, { wanted, path, source, accounts });
}

async function changeContent(session: Session, directory: ManagedDirectory): Promise<void> {
  const { wanted, accounts } = directory;
  const survey = await surveyDirectory(session, directory);
  if (survey instanceof Error) throw survey;
  for (const { path } of survey.purges) {
    const [status] = await session.host.files.status([path]);
    if (status instanceof Error) throw status;
    if (status !== undefined) await clear(session, wanted, path, status, true);
  }
  const owners = ownership(wanted, accounts);
  for (const child of survey.changes) {
    const content = await childContent(wanted, child);
    await establish(session, {
      path: child.path,
      kind: child.kind,
      target: await childTarget(session, child),
      content,
      owners,
      wanted,
    });
  }
}

async function childContent(
  wanted: WantedFile,
  { kind, source, reasons }: Child,
): Promise<Buffer | undefined> {
  const writes = reasons.includes('new') || wanted.replace;
  return kind === 'file' && source !== undefined && writes ? contentOf(wanted, source) : undefined;
}

async function childTarget(session: Session, { path, kind, source }: Child): Promise<string | undefined> {
  if (kind !== 'link') return undefined;
  if (source !== undefined) return source.status.target;
  const [status] = await session.host.files.status([path]);
  return status instanceof Error ? undefined : status?.target;
}

async function sourceOf(session: Session, subject: Subject<typeof attributes>): Promise<Source | undefined> {
  const { wanted, title } = subject;
  const source = (await findSources(session, [subject])).get(title);
  const trouble = typeof source === 'string' ? source : source && sourceMisfit(wanted, source);
  if (trouble !== undefined) raise('file.source', `${wanted.path} cannot be made: ${trouble}`);
  return typeof source === 'string' ? undefined : source;
}

async function contentOf(wanted: WantedFile, source: Source | undefined): Promise<Buffer | undefined> {
  if (wanted.content !== undefined) return Buffer.from(reveal(wanted.content));
  if (source === undefined) return undefined;
  const [content] = await source.files.read([source.path]);
  if (content instanceof Error) throw content;
  return (
    content ??
    raise('file.source', `${wanted.path} cannot be made: its source ${posix.normalize(source.path)} is gone`)
  );
}
