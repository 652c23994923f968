import { createHash } from 'node:crypto';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { runTool } from '../tools/run-tool.js';

/** What libsemanage itself turns packages of policy into CIL with, where the distributions have it. */
const compilers = ['/usr/libexec/selinux/hll/pp', '/usr/lib/selinux/hll/pp'];

/** The SHA-256 that semodule lists for a module that was installed from this file. */
export async function readCilChecksum(session: Session, path: string): Promise<string> {
  const [content] = await session.host.files.read([path]);
  if (content instanceof Error) throw content;
  if (content === undefined) raise('selmodule.file', `there is no ${path}, the file of the module`);
  if (content.subarray(0, 3).toString('latin1') === 'BZh')
    raise(
      'selmodule.file',
      `${path} is compressed: syncversion compares plain files alone, unpack it with bunzip2`,
    );
  if (path.endsWith('.cil')) return sha256(content);
  const found = await session.host.files.status(compilers);
  const compiler = compilers.find((_, at) => found[at] !== undefined && !(found[at] instanceof Error));
  if (compiler !== undefined) return sha256((await runTool(session, { argv: [compiler, path] })).stdout);
  raise(
    'selmodule.file',
    `neither ${compilers.join(' nor ')} is there to compare ${path} with: install policycoreutils`,
  );
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
