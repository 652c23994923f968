import { type Diagnostic, problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import { formatLocation, type SourceLocation } from '../../errors/source-location.js';
import { formatCount, printableLine } from '../../views/index.js';
import { defineCommand } from '../command.js';
import type { CompileRequest } from '../compile-manifest.js';
import { exitStatus } from '../exit-status.js';
import { compileOptions } from '../options.js';
import { isError, promoteWarnings } from '../promote-warnings.js';
import { reportFailure } from '../report-failure.js';
import { reportWarnings } from '../report-warnings.js';
import { toTrust } from '../trust.js';

/** Checks a manifest without a host. */
export const check = defineCommand({
  name: 'check',
  summary: 'check a manifest: types, compilation, cycles, warnings; needs no host',
  description: `Checks the types of the manifest with the TypeScript of its project, compiles it, and checks for cycles and for options that this release does not support or that are deprecated.

It changes nothing and reads only the facts of this host; with --facts, not even those.`,
  args: [{ name: 'MANIFEST', required: true }],
  options: compileOptions,
  examples: [
    { line: 'glance-apply check site.ts', doc: 'Before a commit.' },
    { line: 'glance-apply check site.ts --strict --facts debian12.json', doc: 'In continuous integration.' },
  ],
  async run({ args: [path], options, io }) {
    const { checkTypes, findManifest } = await import('../deferred-modules.js');
    const { file, kind } = await findManifest(path);
    const [types, compiled] = await Promise.all([
      kind === 'module' ? checkTypes(file, toTrust(options)) : undefined,
      compileAndOrder({ path, options, io }),
    ]);

    const odd = promoteWarnings(compiled.warnings, options);
    const errors = [...(types?.diagnostics ?? []), ...compiled.errors, ...odd.filter(isError)];
    reportWarnings(
      odd.filter((one) => !isError(one)),
      io,
    );
    if (errors.length > 0) reportFailure(new GlanceApplyError(errors), io);
    if (types !== undefined && types.compiler === undefined) {
      io.stderr.write(
        'types were not checked: TypeScript is not installed in the project of the manifest (npm install typescript)\n',
      );
    }
    if (errors.length > 0) return exitStatus.unable;
    const checked = types?.compiler === undefined ? '' : `, types checked by TypeScript ${types.compiler}`;
    const faults = odd.length === 0 ? 'no faults' : formatCount(odd.length, 'warning');
    io.stdout.write(`${path}: ${faults} in ${formatCount(compiled.resources, 'resource')}${checked}\n`);
    if (compiled.unused.length > 0) {
      const lines = compiled.unused.map(({ key, location }) =>
        printableLine(`  ${formatLocation(location)}  ${key}`),
      );
      io.stdout.write(`unused keys of the data:\n${lines.join('\n')}\n`);
    }
    return exitStatus.ok;
  },
});

interface Compiled {
  readonly resources: number;
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** Keys of the data that were not looked up. */
  readonly unused: readonly { readonly key: string; readonly location: SourceLocation }[];
}

async function compileAndOrder(request: Omit<CompileRequest, 'host'>): Promise<Compiled> {
  const { buildGraph, compileWithData, providersOf, refuseWithoutProvider, withHost } = await import(
    '../deferred-modules.js'
  );
  try {
    const { catalog, data } = await withHost(request.io, (host) => compileWithData({ ...request, host }));
    const unused = data?.unused() ?? [];
    const { warnings } = catalog;
    const resources = catalog.resources.filter(({ definition }) => definition !== undefined).length;
    try {
      refuseWithoutProvider(catalog, providersOf);
      buildGraph(catalog);
      return { resources, warnings, unused, errors: [] };
    } catch (error) {
      return { resources, warnings, unused, errors: diagnosticsOf(error) };
    }
  } catch (error) {
    return { resources: 0, warnings: [], unused: [], errors: diagnosticsOf(error) };
  }
}

function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (GlanceApplyError.is(error)) return error.diagnostics;
  if (error instanceof Error) return [problem('internal.error', `unexpected: ${error.message}`)];
  throw error;
}
