import { fileURLToPath } from 'node:url';
import { lastLines } from '../../tools/command-result.js';
import { type PackageSubject, toArguments } from '../attributes.js';
import { compareGemVersions, satisfiesGemVersion, toVersionOption } from './gem-version.js';
import { hasFailed, type ToolDefinition } from './tool.js';

/** Gems of Ruby. Several versions of a gem may be installed at once. */
export const gem: ToolDefinition = {
  programs: ['gem'],
  remedy: 'install the package ruby on Debian, or rubygems on Enterprise Linux',
  listArguments: ['list', '--local'],

  parseList(output) {
    const gems = new Map<string, string[]>();
    for (const line of output.split('\n')) {
      const [, name, versions] = /^(\S+) \((.+)\)/.exec(line) ?? [];
      if (name === undefined || versions === undefined) continue;
      // A version may be followed by platforms: `1.15.0 ruby x86_64-linux`.
      gems.set(
        name,
        versions.split(/,\s*/).map((one) => one.replace(/^default: /, '').split(' ')[0] ?? one),
      );
    }
    return gems;
  },

  satisfies: satisfiesGemVersion,
  compare: compareGemVersions,

  async findNewest(tool, subject) {
    const result = await tool.run([...toInstallCommand(subject), '--explain', ...toTarget(subject)]);
    const prefix = `  ${subject.desired.name}-`;
    const line = result.stdout
      .split('\n')
      .find((one) => one.startsWith(prefix) && /^\d/.test(one.slice(prefix.length)));
    const version = line?.slice(prefix.length).split('-')[0];
    if (version !== undefined) return { version };
    return { reason: `gem finds no version of ${subject.desired.name}: ${lastLines(result, 3)}` };
  },

  async explainUnavailable(tool, subject) {
    if (isFile(subject)) return undefined;
    const result = await tool.run([...toInstallArguments(subject), '--explain']);
    if (!hasFailed(result)) return undefined;
    return `gem cannot install ${subject.desired.name}: ${lastLines(result, 3)}`;
  },

  toInstallArguments,

  toRemoveArguments: ({ desired }) => [
    'uninstall',
    '--executables',
    '--all',
    desired.name,
    ...toArguments(desired.uninstall_options),
  ],
};

function toInstallArguments(subject: PackageSubject): string[] {
  const { ensure } = subject.desired;
  const named = ensure === 'present' || ensure === 'latest' || isFile(subject);
  return [
    ...toInstallCommand(subject),
    ...(named ? [] : ['-v', toVersionOption(ensure)]),
    ...toTarget(subject),
  ];
}

function toInstallCommand({ desired }: PackageSubject): string[] {
  return ['install', ...toArguments(desired.install_options), '--no-document'];
}

function isFile({ desired: { source } }: PackageSubject): boolean {
  return source !== undefined && /^(?:\/|file:)/i.test(source);
}

/** Returns the file of a gem, or its name in a repository. */
function toTarget(subject: PackageSubject): string[] {
  const { name, source } = subject.desired;
  if (source === undefined) return [name];
  if (!isFile(subject)) return ['--source', source, name];
  return [source.startsWith('/') ? source : fileURLToPath(source)];
}
