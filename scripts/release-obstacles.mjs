// What keeps a release from being published, found before anything is built.

/**
 * The reasons, each with what to do about it.
 * @param facts.status What `git status --porcelain` prints.
 * @param facts.description The content of package.json.
 * @param facts.origin Where the clone came from; undefined where it says nothing.
 * @param facts.environment The variables of the environment.
 */
export function releaseObstacles({ status, description, origin, environment }) {
  const reasons = [];
  if (status !== '')
    reasons.push(
      'there are changes that are not committed: what is published has to be in the history; commit them',
    );
  if (description.repository === undefined)
    reasons.push(
      `package.json names no repository: npm holds the origin of the package against it, and resolves links of the README by it; npm pkg set repository=${origin ?? 'ADDRESS'}, and commit that`,
    );
  if (!isAttested(environment))
    reasons.push(
      'npm cannot have the origin attested here: publish from GitHub Actions with id-token: write, or from GitLab with SIGSTORE_ID_TOKEN',
    );
  return reasons;
}

/** Whether npm finds what it needs for `--provenance`. */
function isAttested(environment) {
  if (environment.GITHUB_ACTIONS === 'true') return Boolean(environment.ACTIONS_ID_TOKEN_REQUEST_URL);
  return Boolean(environment.GITLAB_CI) && Boolean(environment.SIGSTORE_ID_TOKEN);
}
