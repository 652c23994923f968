/** Whether a source is a repository of a version control system, of which a revision is installed. */
export function isVersionControlUrl(source: string | undefined): boolean {
  return source !== undefined && /^(?:git|hg|svn|bzr)\+/.test(source);
}
