import { pathToFileURL } from 'node:url';
import { raise } from '../../../errors/glance-apply-error.js';
import { lastLines } from '../../tools/command-result.js';
import { type DesiredPackage, toArguments } from '../attributes.js';
import { isWithin, parseRange } from '../version-range.js';
import { isVersionControlUrl } from './is-version-control-url.js';
import { comparePythonVersions, isPrerelease } from './pip-version.js';
import type { Tool, ToolDefinition } from './tool.js';

/** A version that no package has, so that pip lists the existing ones. */
const NO_VERSION = '9!0dev0+x';

/** Defines how pip manages packages of Python. */
export function definePip(programs: readonly string[]): ToolDefinition {
  return {
    programs,
    environment: { PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1', PIP_ROOT_USER_ACTION: 'ignore' },
    remedy: 'install the package python3-pip, or set command to the pip of a virtual environment',
    toKey: normalizeName,
    listArguments: ['list', '--format=json'],

    parseList(output) {
      const found: { name: string; version: string }[] = JSON.parse(output);
      return new Map(found.map(({ name, version }) => [normalizeName(name), [version]]));
    },

    satisfies,
    compare: comparePythonVersions,

    async findNewest(tool, { desired }) {
      const { versions: all, output } = await readOffer(tool, desired);
      const withPrereleases = toArguments(desired.install_options).includes('--pre');
      const releases = withPrereleases ? all : all.filter((version) => !isPrerelease(version));
      const version = [...(releases.length > 0 ? releases : all)].sort(comparePythonVersions).at(-1);
      if (version !== undefined) return { version };
      return { reason: `pip finds no version of ${desired.name}: ${output}` };
    },

    async explainUnavailable(tool, { desired }) {
      if (desired.source !== undefined) return undefined;
      const { versions, output } = await readOffer(tool, desired);
      const isAny = desired.ensure === 'present' || desired.ensure === 'latest';
      if (versions.some((version) => isAny || satisfies(version, desired.ensure))) return undefined;
      const what = isAny || versions.length === 0 ? '' : ` ${desired.ensure}`;
      return `pip finds no version${what} of ${desired.name}: ${output}`;
    },

    async isRevision(tool, { desired }) {
      if (!isVersionControlUrl(desired.source)) return false;
      const result = await tool.run(['inspect']);
      if (result.status !== 0) return false;
      const info = parseInspection(result.stdout, desired.name)?.direct_url?.vcs_info;
      return info !== undefined && [info.requested_revision, info.commit_id].includes(desired.ensure);
    },

    toInstallArguments({ desired }) {
      const upgrade = desired.ensure === 'latest' ? ['--upgrade'] : [];
      return ['install', '-q', ...toArguments(desired.install_options), ...upgrade, toRequirement(desired)];
    },

    toRemoveArguments: ({ desired }) => [
      'uninstall',
      '-y',
      '-q',
      ...toArguments(desired.uninstall_options),
      desired.name,
    ],

    suggestRemedy: (output) =>
      output.includes('externally-managed-environment')
        ? "the system's Python is managed by the system's packages (PEP 668): set command to the pip of a virtual environment, install the distribution's package, or add '--break-system-packages' to install_options and uninstall_options"
        : undefined,
  };
}

function satisfies(version: string, desired: string): boolean {
  const range = parseRange(desired);
  if (range !== undefined) return isWithin(version, range, comparePythonVersions);
  return comparePythonVersions(version, desired) === 0;
}

/** Reads the versions that pip finds of a package, with its output. */
async function readOffer(
  tool: Tool,
  { name, install_options }: DesiredPackage,
): Promise<{ readonly versions: readonly string[]; readonly output: string }> {
  // A dry run is not subject to pip's check whether it may install, which comes first.
  const result = await tool.run(
    ['install', '-q', ...toArguments(install_options), `${name}==${NO_VERSION}`],
    { PIP_DRY_RUN: '1', PIP_REPORT: '/dev/null' },
  );
  const listed = /\(from versions: ([^)]*)\)/.exec(`${result.stdout}\n${result.stderr}`)?.[1] ?? 'none';
  return {
    versions: listed.split(', ').filter((version) => version !== 'none'),
    output: lastLines(result, 3),
  };
}

/** Parses the output of `pip inspect` for a package; undefined if it is not installed. */
function parseInspection(output: string, name: string): InspectedPackage | undefined {
  try {
    const { installed }: { installed: readonly InspectedPackage[] } = JSON.parse(output);
    return installed.find(({ metadata }) => normalizeName(metadata.name) === normalizeName(name));
  } catch (cause) {
    raise('package.unreadable', 'the output of pip inspect is not valid', { cause });
  }
}

/** A package in the output of `pip inspect`. */
interface InspectedPackage {
  readonly metadata: { readonly name: string };
  readonly direct_url?: {
    readonly vcs_info?: { readonly commit_id?: string; readonly requested_revision?: string };
  };
}

/** Normalizes a name: case, dots, dashes and underscores do not distinguish names (PEP 503). */
function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function toRequirement({ name, ensure, source }: DesiredPackage): string {
  const isVersion = ensure !== 'present' && ensure !== 'latest';
  if (source !== undefined) {
    const url = source.startsWith('/') ? pathToFileURL(source).href : source;
    const [base = '', ...fragment] = url.split('#');
    const revision = isVersion && isVersionControlUrl(source) ? `@${ensure}` : '';
    return `${name} @ ${[`${base}${revision}`, ...fragment].join('#')}`;
  }
  if (!isVersion) return name;
  const range = parseRange(ensure);
  if (range === undefined) return `${name}==${ensure}`;
  return (
    name + range.map(({ operator, version }) => `${operator === '=' ? '==' : operator}${version}`).join(',')
  );
}
