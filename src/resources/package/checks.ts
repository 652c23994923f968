import type { DesiredPackage } from './attributes.js';
import { checkCapabilities } from './provider-capabilities.js';
import { isVersionControlUrl } from './tools/is-version-control-url.js';

/** What a resource says that contradicts itself, or that its provider cannot do. */
export function* checkPackage(wanted: DesiredPackage): Iterable<string> {
  const { ensure, mark, source, provider } = wanted;
  yield* checkCapabilities(wanted);
  const goes = ensure === 'absent' || ensure === 'purged';
  if (goes && mark !== undefined)
    yield `mark says something of a package that is there, and ensure is '${ensure}'`;
  if (goes && source !== undefined) yield `source says where a package comes from, and ensure is '${ensure}'`;
  if (source === undefined) {
    if (provider === 'dpkg' && ensure === 'latest')
      yield 'source must be given for dpkg: the latest version is the one of its file';
  } else if ((provider === 'apt' || provider === 'dpkg') && !source.startsWith('/')) {
    yield `source must be the absolute path of a file on the host for ${provider}, not '${source}'`;
  } else if (source.startsWith('-')) {
    yield `source '${source}' would be taken for an option`;
  } else if (provider === 'gem' && !/^(?:\/|(?:file|https?|s3):\/\/)/i.test(source)) {
    yield `source must be the absolute path of a gem or the URL of a repository of gems, not '${source}'`;
  } else if (provider?.startsWith('pip') && !/^\/|^[a-z+]+:\/\//i.test(source)) {
    yield `source must be an absolute path or a URL for ${provider}, not '${source}'`;
  } else if (
    ensure === 'latest' &&
    (provider === 'npm' || (provider?.startsWith('pip') && !isVersionControlUrl(source)))
  ) {
    yield `ensure 'latest' asks the registry, and source names something else: write 'present' or a version`;
  }
  yield* findExposedPasswords(wanted);
}

/** URLs with a password, which every user of the host could read in the list of processes. */
function* findExposedPasswords({
  source,
  install_options,
  uninstall_options,
}: DesiredPackage): Iterable<string> {
  const given = { source, install_options, uninstall_options };
  for (const [attribute, value] of Object.entries(given)) {
    if (!/:\/\/[^/@\s:"]*:[^/@\s"]+@/.test(JSON.stringify(value ?? ''))) continue;
    yield `${attribute} has a password in a URL, which the list of processes would show: put it where the tool reads it (pip.conf or .netrc, .npmrc, .gemrc)`;
  }
}
