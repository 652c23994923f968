import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { describeExit } from '../tools/command-result.js';
import { type attributes, moduleFileOf } from './attributes.js';
import { readCilChecksum } from './read-cil-checksum.js';
import { parseModuleList } from './semodule.js';

/** Reads the modules of the stored policy with one call of semodule. */
export async function readModules(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<ReadonlyMap<string, State | Unreadable>> {
  const modules = await listModules(session);
  if (modules instanceof Unreadable) return new Map(subjects.map(({ title }) => [title, modules]));
  const states = subjects.map(async ({ title, name, desired }): Promise<[string, State][]> => {
    const checksum = modules.get(name);
    if (checksum === undefined) return [];
    const { syncversion } = desired;
    if (syncversion !== true) return [[title, { ensure: 'present', syncversion }]];
    const matches = (await readCilChecksum(session, moduleFileOf(desired))) === checksum;
    return [[title, { ensure: 'present', syncversion: matches }]];
  });
  return new Map((await Promise.all(states)).flat());
}

async function listModules(session: Session): Promise<ReadonlyMap<string, string> | Unreadable> {
  const result = await session.host.run({ argv: ['semodule', '--list', '--checksum'] });
  if (result.status === 0) return parseModuleList(result.stdout);
  const exit = `semodule ${describeExit('semodule', result)}`;
  if (result.failure !== undefined) return new Unreadable(`${exit}: install policycoreutils`);
  const output = result.stderr.trim();
  return new Unreadable(`${exit}${output && `: ${output}`}`, /permission|root/i.test(output));
}
