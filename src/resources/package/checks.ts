import { type DesiredPackage, isToBeRemoved } from './attributes.js';
import { checkCapabilities } from './provider-capabilities.js';
import { isVersionControlUrl } from './tools/is-version-control-url.js';

/** Reports contradictions between attributes, and what the provider does not support. */
export function* checkPackage(desired: DesiredPackage): Iterable<string> {
  const { ensure, mark, source, provider } = desired;
  yield* checkCapabilities(desired);
  const isRemoved = isToBeRemoved(desired);
  if (isRemoved && mark !== undefined)
    yield `mark has no effect on a package that is removed, and ensure is '${ensure}'`;
  if (isRemoved && source !== undefined)
    yield `source has no effect on a package that is removed, and ensure is '${ensure}'`;
  if (source === undefined) {
    if (provider === 'dpkg' && ensure === 'latest')
      yield 'source is required for dpkg: the latest version is the one of its file';
  } else if ((provider === 'apt' || provider === 'dpkg') && !source.startsWith('/')) {
    yield `source must be the absolute path of a file on the host for ${provider}, not '${source}'`;
  } else if (source.startsWith('-')) {
    yield `source '${source}' would be read as an option`;
  } else if (provider === 'gem' && !/^(?:\/|(?:file|https?|s3):\/\/)/i.test(source)) {
    yield `source must be the absolute path of a gem or the URL of a gem repository, not '${source}'`;
  } else if (provider?.startsWith('pip') && !/^\/|^[a-z+]+:\/\//i.test(source)) {
    yield `source must be an absolute path or a URL for ${provider}, not '${source}'`;
  } else if (
    ensure === 'latest' &&
    (provider === 'npm' || (provider?.startsWith('pip') && !isVersionControlUrl(source)))
  ) {
    yield `ensure 'latest' refers to the registry, but source is set: use 'present' or a version`;
  }
  yield* findExposedPasswords(desired);
}

/** Reports URLs with a password, which every user of the host could read in the list of processes. */
function* findExposedPasswords({
  source,
  install_options,
  uninstall_options,
}: DesiredPackage): Iterable<string> {
  const options = { source, install_options, uninstall_options };
  for (const [attribute, value] of Object.entries(options)) {
    if (!/:\/\/[^/@\s:"]*:[^/@\s"]+@/.test(JSON.stringify(value ?? ''))) continue;
    yield `${attribute} contains a URL with a password, which the list of processes would show: put it into the tool's own configuration (pip.conf or .netrc, .npmrc, .gemrc)`;
  }
}
