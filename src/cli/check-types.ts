import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { type ManifestTrust, refuseUntrusted } from '../manifest/index.js';
import { redactQuotedSecrets } from '../secrets/likely-secrets.js';

/** The result of checking a manifest with the TypeScript compiler. */
export interface TypeCheck {
  /** The version of the compiler; undefined if none was found. */
  readonly compiler: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const require = createRequire(import.meta.url);

/**
 * Checks the types of a manifest with the TypeScript of its project, or else the one installed with this library, and
 * with the options of the nearest `tsconfig.json`.
 */
export async function checkTypes(file: string, trust: ManifestTrust = 'own'): Promise<TypeCheck> {
  const compiler = await findCompiler(file);
  if (compiler === undefined) return { compiler: undefined, diagnostics: [] };
  // The compiler is part of the project, so other users may have changed it.
  await refuseUntrusted('run a compiler', [file, compiler.path], trust);
  const folder = await mkdtemp(join(tmpdir(), 'glance-apply-check-'));
  // A manifest may end the process in the meantime.
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const project = join(folder, 'tsconfig.json');
    await writeFile(project, JSON.stringify(buildConfiguration(file)));
    const { status, output } = await runCompiler([compiler.path, '--pretty', 'false', '-p', project]);
    const diagnostics = parseCompilerOutput(output);
    if (status !== 0 && diagnostics.length === 0) {
      diagnostics.push(
        problem('manifest.types-unchecked', `TypeScript ended with status ${status}: ${output.trim()}`),
      );
    }
    return { compiler: compiler.version, diagnostics: await Promise.all(diagnostics.map(redactSource)) };
  } finally {
    process.off('exit', remove);
    remove();
  }
}

async function findCompiler(
  file: string,
): Promise<{ readonly path: string; readonly version: string } | undefined> {
  for (const from of [createRequire(file), require]) {
    try {
      const manifest = from.resolve('typescript/package.json');
      const { version, bin }: { version: string; bin: { tsc: string } } = JSON.parse(
        await readFile(manifest, 'utf8'),
      );
      return { version, path: join(dirname(manifest), bin.tsc) };
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

function buildConfiguration(file: string): object {
  const base = findNearestConfiguration(dirname(file));
  const own = { noEmit: true, skipLibCheck: true, allowJs: true, composite: false, incremental: false };
  if (base !== undefined) {
    // TypeScript would otherwise search for type packages next to the generated file, which is in another directory.
    const compilerOptions = { ...own, typeRoots: typeRootsAbove(dirname(base)) };
    return { extends: base, compilerOptions, files: [file], include: [] };
  }
  const nodeTypes = findNodeTypes(file);
  const compilerOptions = {
    ...own,
    strict: true,
    target: 'es2023',
    lib: ['es2023'],
    module: 'preserve',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    paths: declarations,
    types: nodeTypes === undefined ? [] : ['node'],
    ...(nodeTypes === undefined ? {} : { typeRoots: [nodeTypes] }),
  };
  return { compilerOptions, files: [file] };
}

/** The types of this copy: the sources, or the declarations of the build. */
const declarations = import.meta.url.endsWith('.ts')
  ? {
      'glance-apply': [resolvePath('../index.ts')],
      'glance-apply/testing': [resolvePath('../testing/index.ts')],
    }
  : {
      'glance-apply': [resolvePath('./types/index.d.ts')],
      'glance-apply/testing': [resolvePath('./types/testing.d.ts')],
    };

function resolvePath(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function findNearestConfiguration(folder: string): string | undefined {
  const candidate = join(folder, 'tsconfig.json');
  if (existsSync(candidate)) return candidate;
  return folder === dirname(folder) ? undefined : findNearestConfiguration(dirname(folder));
}

/** The directories in which TypeScript searches for type packages, starting from a directory. */
function typeRootsAbove(folder: string): string[] {
  const above = dirname(folder);
  const own = join(folder, 'node_modules/@types');
  return folder === above ? [own] : [own, ...typeRootsAbove(above)];
}

/** Finds the `@types` directory with Node's types, for manifests that use `process` or `Buffer`. */
function findNodeTypes(file: string): string | undefined {
  for (const from of [createRequire(file), require]) {
    try {
      return dirname(dirname(from.resolve('@types/node/package.json')));
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

function runCompiler(
  args: readonly string[],
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: {} });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (status) => settle({ status, output }));
  });
}

/** Redacts secrets in a message of the compiler, which quotes literals as types. */
async function redactSource(diagnostic: Diagnostic): Promise<Diagnostic> {
  if (diagnostic.location === undefined) return diagnostic;
  const source = await readFile(diagnostic.location.file, 'utf8');
  return { ...diagnostic, message: redactQuotedSecrets(diagnostic.message, source) };
}

/** Parses `file(line,column): error TS1234: message`, where further lines of the message are indented. */
function parseCompilerOutput(output: string): Diagnostic[] {
  const diagnostics: { code: string; message: string; location: Diagnostic['location'] }[] = [];
  for (const line of output.split('\n')) {
    const match = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/.exec(line);
    if (match !== null) {
      const [, file = '', row, column, code = '', message = ''] = match;
      diagnostics.push({
        code,
        message,
        location: { file: resolve(file), line: Number(row), column: Number(column) },
      });
    } else if (/^error (TS\d+): /.test(line)) {
      diagnostics.push({
        code: line.slice(6, line.indexOf(':')),
        message: line.slice(6),
        location: undefined,
      });
    } else if (line.startsWith(' ')) {
      const last = diagnostics.at(-1);
      if (last !== undefined) last.message += `\n${line.trim()}`;
    }
  }
  return diagnostics.map(({ code, message, location }) =>
    problem('manifest.type-error', `${message.replace(/\.$/, '')} (${code})`, { location }),
  );
}
