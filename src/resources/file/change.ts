import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { NO_LINKS } from '../../hosts/no-links.js';
import { reveal } from '../../secrets/secret.js';
import { accountsFor, ownership } from './access.js';
import { attemptEach, throwFailures } from './attempt-each.js';
import type { attributes, WantedFile } from './attributes.js';
import { toBuffer } from './bytes.js';
import { hasWantedChecksum } from './checksum-value.js';
import { type Child, type ManagedDirectory, surveyDirectory } from './directory-content.js';
import { type Content, clear, establish } from './establish.js';
import { targetOf } from './given-entries.js';
import { whyNotToGive } from './given-links.js';
import { look } from './look.js';
import { withPermissions } from './source-permissions.js';
import { findSources, type Source } from './sources.js';
import { isFollowed, needsSource, sourceMisfit, wantedKind } from './wanted-kind.js';

/** Makes a file, directory or link what it should be. What is there is looked at again: it may have changed. */
export async function changeFile(session: Session, subject: Subject<typeof attributes>): Promise<void> {
  const { wanted, reference } = subject;
  const [found] = await look(session.host.files, [wanted.path], () => isFollowed(wanted));
  const { path, status } = found ?? { path: wanted.path, status: undefined };
  if (status instanceof Error) throw status;
  if (wanted.ensure === 'absent') {
    if (status !== undefined) {
      await session.exclusively([path], () => clear(session, { wanted, reference }, path, status, true));
    }
    return;
  }

  const needs = needsSource(wanted, status) && !(await hasWantedChecksum(session, wanted, found));
  const source = needs ? await sourceOf(session, subject) : undefined;
  const kind = wantedKind(wanted, status, source);
  if (kind === undefined) return;
  const accounts = await accountsFor(session, [subject]);
  const writes = wanted.replace || status === undefined;
  const effective = withPermissions(wanted, source?.status, status === undefined, accounts);
  await establish(session, {
    reference,
    path,
    kind,
    content: kind === 'file' && writes ? contentOf(wanted, source) : undefined,
    target: writes ? (wanted.target ?? source?.status.target) : status?.target,
    owners: ownership(effective, accounts),
    confidential: subject.secrets.has('content'),
    wanted: effective,
  });
  if (kind === 'directory' && wanted.recurse)
    await changeContent(session, { reference, wanted, path, source, accounts });
}

async function changeContent(session: Session, directory: ManagedDirectory): Promise<void> {
  const { reference, wanted, accounts } = directory;
  const survey = await surveyDirectory(session, directory);
  if (survey instanceof Error) throw survey;
  // A copy beside what is purged would be purged in the next run.
  const purging = {
    ...wanted,
    ensure: 'absent',
    backup: typeof wanted.backup === 'string' ? true : wanted.backup,
  } as const;
  const remaining = await attemptEach(survey.purges, async ({ real }) => {
    const [status] = await session.host.files.status([real], NO_LINKS);
    if (status instanceof Error) throw status;
    if (status === undefined) return;
    await clear(session, { wanted: purging, reference, ...NO_LINKS }, real, status, true);
  });
  const unmade = await attemptEach(survey.changes, async (child) => {
    // Only now nobody else can exchange it, where what is above it was given to root as well.
    const why = await whyNotToGive(session.host.files, directory, child, survey.root);
    if (why !== undefined) throw why;
    const isNew = child.reasons.includes('new');
    const effective = withPermissions(wanted, child.source?.status, isNew, accounts);
    await establish(session, {
      reference,
      path: child.real,
      ...NO_LINKS,
      kind: child.kind,
      target: await childTarget(session, child),
      content: child.kind === 'file' && (isNew || wanted.replace) ? child.source : undefined,
      owners: ownership(effective, accounts),
      wanted: effective,
    });
  });
  throwFailures([...remaining, ...unmade]);
}

async function childTarget(session: Session, child: Child): Promise<string | undefined> {
  const { kind, real } = child;
  if (kind !== 'link') return undefined;
  const target = targetOf(child);
  if (target !== undefined) return target;
  const [status] = await session.host.files.status([real], NO_LINKS);
  return status instanceof Error ? undefined : status?.target;
}

function contentOf(wanted: WantedFile, source: Source | undefined): Content | undefined {
  return wanted.content === undefined ? source : toBuffer(reveal(wanted.content));
}

async function sourceOf(session: Session, subject: Subject<typeof attributes>): Promise<Source | undefined> {
  const { wanted, title } = subject;
  const source = (await findSources(session, [subject])).get(title);
  const trouble = typeof source === 'string' ? source : source && sourceMisfit(wanted, source);
  if (trouble !== undefined) raise('file.source', `${wanted.path} cannot be made: ${trouble}`);
  return typeof source === 'string' ? undefined : source;
}
