// Finds what prevents a release, before anything is built.

/**
 * Returns the reasons why a release cannot be published, each with what to do.
 * @param facts.status What `git status --porcelain` prints.
 * @param facts.description The content of package.json.
 * @param facts.origin The address that the repository was cloned from; undefined if it is unknown.
 * @param facts.environment The variables of the environment.
 * @param facts.changelog The content of CHANGELOG.md.
 * @param facts.tags The tags of the repository.
 */
export function releaseObstacles({ status, description, origin, environment, changelog, tags }) {
  const reasons = [];
  if (status !== '')
    reasons.push(
      'there are uncommitted changes: commit them, because the history must contain what is published',
    );
  if (description.repository === undefined)
    reasons.push(
      `package.json has no repository, which npm needs for the provenance and for links of the README: run npm pkg set repository=${origin ?? 'ADDRESS'}, and commit`,
    );
  for (const field of ['homepage', 'bugs'])
    if (description[field] === undefined)
      reasons.push(`package.json has no ${field}: run npm pkg set ${field}=ADDRESS, and commit`);
  const { version } = description;
  const heading = changelog.split('\n').find((line) => line.startsWith('## '));
  if (heading === undefined || !isDated(heading, version))
    reasons.push(
      `CHANGELOG.md begins with ${heading === undefined ? 'no version' : `'${heading}'`}, but package.json has version ${version}: write '## ${version} (YEAR-MONTH-DAY)' above the changes of this release`,
    );
  if (tags.includes(`v${version}`))
    reasons.push(
      `version ${version} has a tag, so it has been released already: increase it with npm version --no-git-tag-version`,
    );
  if (!isAttested(environment))
    reasons.push(
      'npm cannot attest the provenance here: publish from GitHub Actions with id-token: write, or from GitLab with SIGSTORE_ID_TOKEN',
    );
  return reasons;
}

/** Whether a heading of the changelog is that of a version, with a date. */
function isDated(heading, version) {
  const start = `## ${version} (`;
  return heading.startsWith(start) && /^\d{4}-\d\d-\d\d\)$/.test(heading.slice(start.length));
}

/** Whether the environment has what npm needs for `--provenance`. */
function isAttested(environment) {
  if (environment.GITHUB_ACTIONS === 'true') return Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL);
  return Boolean(environment.GITLAB_CI) && Boolean(environment.SIGSTORE_ID_TOKEN);
}
