import type { Session } from '../../engine/session.js';

/** Describes why a program cannot be a login shell; undefined if it can. */
export async function findShellProblem({ host }: Session, shell = ''): Promise<string | undefined> {
  const [real] = await host.files.resolve([shell], { links: 'any' });
  if (real instanceof Error) throw real;
  const [status] = await host.files.status([real?.path ?? shell], { links: 'any' });
  if (status instanceof Error) throw status;
  if (status === undefined) {
    return `the shell ${shell} does not exist; declare the package or the file that provides it, and require that`;
  }
  if (status.kind !== 'file' || (status.mode & 0o111) === 0) {
    return `the shell ${shell} is not an executable file; inspect it with ls -l`;
  }
  return undefined;
}
