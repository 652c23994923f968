import { createHash } from 'node:crypto';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { runTool } from '../tools/run-tool.js';

/** The program with which libsemanage converts policy packages to CIL, in the places where distributions install it. */
const compilers = ['/usr/libexec/selinux/hll/pp', '/usr/lib/selinux/hll/pp'];

/**
 * Returns the SHA-256 that semodule lists for a module that was installed from a file.
 * @throws {GlanceApplyError} if the file is missing or cannot be converted.
 */
export async function readCilChecksum(session: Session, path: string): Promise<string> {
  const [content] = await session.host.files.read([path]);
  if (content instanceof Error) throw content;
  if (content === undefined)
    raise(
      'selmodule.file',
      `the module file ${path} does not exist: install the package that contains it, or set selmodulepath`,
    );
  if (content.subarray(0, 3).toString('latin1') === 'BZh')
    raise(
      'selmodule.file',
      `${path} is compressed, and syncversion compares only plain files: unpack it with bunzip2`,
    );
  if (path.endsWith('.cil')) return sha256(content);
  const found = await session.host.files.status(compilers);
  const compiler = compilers.find((_, at) => found[at] !== undefined && !(found[at] instanceof Error));
  if (compiler !== undefined) return sha256((await runTool(session, { argv: [compiler, path] })).stdout);
  raise(
    'selmodule.file',
    `cannot compare ${path} without ${compilers.join(' or ')}: install policycoreutils`,
  );
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
