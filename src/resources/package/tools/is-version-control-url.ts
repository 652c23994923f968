/** Returns whether a source is a version control repository, from which a revision is installed. */
export function isVersionControlUrl(source: string | undefined): boolean {
  return source !== undefined && /^(?:git|hg|svn|bzr)\+/.test(source);
}
