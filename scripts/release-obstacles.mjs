// What keeps a release from being published, found before anything is built.

/**
 * The reasons, each with what to do about it.
 * @param facts.status What `git status --porcelain` prints.
 * @param facts.description The content of package.json.
 * @param facts.origin Where the clone came from; undefined where it says nothing.
 * @param facts.environment The variables of the environment.
 * @param facts.changelog The content of CHANGELOG.md.
 * @param facts.tags The tags of the repository.
 */
export function releaseObstacles({ status, description, origin, environment, changelog, tags }) {
  const reasons = [];
  if (status !== '')
    reasons.push(
      'there are changes that are not committed: what is published has to be in the history; commit them',
    );
  if (description.repository === undefined)
    reasons.push(
      `package.json names no repository: npm holds the origin of the package against it, and resolves links of the README by it; npm pkg set repository=${origin ?? 'ADDRESS'}, and commit that`,
    );
  for (const field of ['homepage', 'bugs'])
    if (description[field] === undefined)
      reasons.push(`package.json has no ${field}: npm pkg set ${field}=ADDRESS, and commit that`);
  const { version } = description;
  const heading = changelog.split('\n').find((line) => line.startsWith('## '));
  if (heading === undefined || !isDated(heading, version))
    reasons.push(
      `CHANGELOG.md begins with '${heading ?? 'no version'}': package.json has version ${version}; write '## ${version} (YEAR-MONTH-DAY)' above what is released`,
    );
  if (tags.includes(`v${version}`))
    reasons.push(
      `version ${version} has a tag, so it was released: raise it with npm version --no-git-tag-version`,
    );
  if (!isAttested(environment))
    reasons.push(
      'npm cannot have the origin attested here: publish from GitHub Actions with id-token: write, or from GitLab with SIGSTORE_ID_TOKEN',
    );
  return reasons;
}

/** Whether a heading of the changelog is that of a version, with a date. */
function isDated(heading, version) {
  const start = `## ${version} (`;
  return heading.startsWith(start) && /^\d{4}-\d\d-\d\d\)$/.test(heading.slice(start.length));
}

/** Whether npm finds what it needs for `--provenance`. */
function isAttested(environment) {
  if (environment.GITHUB_ACTIONS === 'true') return Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL);
  return Boolean(environment.GITLAB_CI) && Boolean(environment.SIGSTORE_ID_TOKEN);
}
