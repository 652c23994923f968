import groupBy from 'lodash/groupBy.js';
import { PartialFailure } from '../../../engine/partial-failure.js';
import { type Provider, type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { type attributes, isToBeRemoved, type PackageSubject, toBatchKey } from '../attributes.js';
import { isInSync } from '../observe-package.js';
import { parseRange } from '../version-range.js';
import { Dnf, type DnfProgram, type RefusedPackage } from './dnf.js';
import { PROVIDES_FORMAT, parseProvides, type RpmDatabase, readRpmDatabase } from './rpm-database.js';
import {
  findEntries,
  mayBeVirtual,
  observeRpm,
  pickVersion,
  planRpm,
  type RpmKnowledge,
} from './rpm-plan.js';

/** Packages of Enterprise Linux and its kin: rpm's database, changed by dnf or by the yum that came before it. */
export function createRpmProvider(program: DnfProgram): Provider<typeof attributes> {
  return {
    async read(session, subjects) {
      const database = await session.once('rpm-database', () => readRpmDatabase(session.host));
      if (typeof database === 'string') {
        return new Map(subjects.map(({ title }) => [title, new Unreadable(database)]));
      }
      const knowledge = await gatherKnowledge(session, new Dnf(program, session), database, subjects);
      const states = new Map<string, State | Unreadable>(
        subjects.map(({ title, wanted }) => [title, observeRpm(wanted, knowledge)]),
      );
      if (session.planning)
        for (const [title, why] of await predictFailures(new Dnf(program, session), subjects, knowledge))
          states.set(title, why);
      return states;
    },

    async list(session) {
      const database = await readDatabase(session);
      const locked = await new Dnf(program, session).readLocks();
      const states = new Map<string, State>();
      for (const [name, entries] of database) {
        states.set(name, { ensure: entries.at(-1)?.evr, mark: locked?.has(name) ? 'hold' : 'none' });
      }
      return states;
    },

    async changeAll(session, changes) {
      const dnf = new Dnf(program, session);
      const subjects = changes.map(({ subject }) => subject);
      const knowledge = await gatherKnowledge(session, dnf, await readDatabase(session), subjects);
      const open = subjects.filter(({ wanted }) => !isInSync(wanted, observeRpm(wanted, knowledge)));
      if (open.length === 0) return;
      const { chosen, beyond } = await chooseVersions(dnf, open);
      const ready = excludeRefused(open, beyond);
      const unknown =
        ready.length === 0 ? [] : await dnf.runTransaction(ready, planRpm(ready, knowledge, chosen));
      const refused = [...beyond, ...unknown];
      const now = await gatherKnowledge(session, dnf, await readDatabase(session), open);
      const failed = [...refused, ...findNotInSync(open, now, refused, program)];
      if (failed.length > 0)
        throw new PartialFailure(new Map(failed.map(({ subject, why }) => [subject.title, why])));
    },

    refreshes: ({ wanted }) => wanted.reinstall_on_refresh && !isToBeRemoved(wanted),
    refresh: (session, subject) => new Dnf(program, session).reinstall(subject),
    supersedesRefresh: (diff) => diff.has('ensure'),

    batchBy: toBatchKey,
    concurrency: 1,
    locks: () => ['packages'],
    waitsForAll: true,
    disturbs: () => true,
  };
}

/**
 * What an apply would find out when it installs packages of repositories, by title: that none has them. Where the catalog
 * has a repository that need not come first, it may find otherwise.
 */
async function predictFailures(
  dnf: Dnf,
  subjects: readonly PackageSubject[],
  knowledge: RpmKnowledge,
): Promise<ReadonlyMap<string, Unreadable>> {
  const missing = subjects.filter(
    ({ wanted }) =>
      !isToBeRemoved(wanted) &&
      wanted.source === undefined &&
      !isInSync(wanted, observeRpm(wanted, knowledge)),
  );
  const { chosen, beyond } = await chooseVersions(dnf, missing);
  const refused = [...beyond];
  for (const batch of Object.values(groupBy(excludeRefused(missing, beyond), toBatchKey)))
    refused.push(...(await dnf.unknown(batch, planRpm(batch, knowledge, chosen))));
  const isCertain = dnf.session.managed('yumrepo').size === 0;
  return new Map(
    refused.map(({ subject, why }) => {
      const state = observeRpm(subject.wanted, knowledge);
      if (isCertain) return [subject.title, Unreadable.unmakeable(new GlanceApplyError(why).message, state)];
      const message = `${why.message}, unless a repository of the catalog has it`;
      const reason = new GlanceApplyError({ ...why, message }).message;
      return [subject.title, Unreadable.uncertain(reason, state)];
    }),
  );
}

async function readDatabase(session: Session): Promise<RpmDatabase> {
  const database = await readRpmDatabase(session.host);
  if (typeof database === 'string') throw new GlanceApplyError(problem('rpm.unreadable', database));
  return database;
}

/** Asks for what the subjects make necessary: nothing of it is needed for packages that are simply there. */
async function gatherKnowledge(
  session: Session,
  dnf: Dnf,
  database: RpmDatabase,
  subjects: readonly PackageSubject[],
): Promise<RpmKnowledge> {
  const bare: RpmKnowledge = {
    database,
    providers: new Map(),
    updates: new Map(),
    locked: await dnf.readLocks(),
  };
  const missing = subjects.some(
    ({ wanted }) => mayBeVirtual(wanted) && findEntries(wanted, bare).length === 0,
  );
  const providers = missing ? await readProviders(session) : bare.providers;
  const followers = subjects
    .filter(({ wanted }) => wanted.ensure === 'latest')
    .flatMap(({ wanted }) => findEntries(wanted, { ...bare, providers })[0]?.name ?? []);
  const updates = followers.length > 0 ? await dnf.listUpdates(followers) : bare.updates;
  return { ...bare, providers, updates };
}

async function readProviders(session: Session): Promise<ReadonlyMap<string, string>> {
  const result = await session.host.run({ argv: ['rpm', '-qa', '--queryformat', PROVIDES_FORMAT] });
  return parseProvides(result.stdout);
}

/**
 * The newest versions on offer for those that want a range, by title, and those whose range has none, or of which it
 * cannot be found out: the others do not ask.
 */
async function chooseVersions(dnf: Dnf, subjects: readonly PackageSubject[]) {
  const ranged = subjects.filter(({ wanted }) => !wanted.source && parseRange(wanted.ensure) !== undefined);
  const chosen = new Map<string, string>();
  const beyond: RefusedPackage[] = [];
  if (ranged.length === 0) return { chosen, beyond };
  let offered: ReadonlyMap<string, readonly string[]>;
  try {
    offered = await dnf.listVersions(ranged.map(({ wanted }) => wanted.name));
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    const refused = ranged.flatMap((subject) => error.diagnostics.map((why) => ({ subject, why })));
    return { chosen, beyond: refused };
  }
  for (const subject of ranged) {
    const { name, ensure } = subject.wanted;
    const versions = offered.get(name) ?? offered.get(name.replace(/\.[^.]+$/, '')) ?? [];
    const best = pickVersion(ensure, versions);
    if (best !== undefined) chosen.set(subject.title, best);
    else beyond.push({ subject, why: createNoVersionProblem(dnf.program, name, ensure, versions) });
  }
  return { chosen, beyond };
}

function excludeRefused(
  subjects: readonly PackageSubject[],
  refused: readonly RefusedPackage[],
): readonly PackageSubject[] {
  return subjects.filter((subject) => !refused.some((one) => one.subject === subject));
}

function createNoVersionProblem(
  program: DnfProgram,
  name: string,
  range: string,
  versions: readonly string[],
): Diagnostic {
  return problem(
    'package.no-version',
    `${program} has no version within '${range}' of the package '${name}'`,
    {
      hint:
        versions.length === 0 ? `it knows no package '${name}'` : `it has ${versions.slice(-5).join(', ')}`,
    },
  );
}

/** What was not brought about, though dnf was content; what was refused has been said already. */
function findNotInSync(
  subjects: readonly PackageSubject[],
  knowledge: RpmKnowledge,
  refused: readonly RefusedPackage[],
  program: string,
): readonly RefusedPackage[] {
  return subjects.flatMap((subject) => {
    const state = observeRpm(subject.wanted, knowledge);
    if (isInSync(subject.wanted, state) || refused.some((one) => one.subject === subject)) return [];
    const message = `${program} succeeded, yet ensure is '${state.ensure}'`;
    const why = problem('package.not-done', message, {
      hint: 'an exclude in its configuration may stand in its way',
    });
    return [{ subject, why }];
  });
}
