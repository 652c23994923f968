import { expect } from 'chai';

const script = new URL('../../scripts/release-obstacles.mjs', import.meta.url).href;
const { releaseObstacles } = (await import(script)) as {
  releaseObstacles(facts: {
    readonly status: string;
    readonly description: Readonly<Record<string, string>>;
    readonly origin: string | undefined;
    readonly environment: NodeJS.ProcessEnv;
    readonly changelog: string;
    readonly tags: readonly string[];
  }): readonly string[];
};

const ready = {
  status: '',
  description: {
    version: '1.2.0',
    repository: 'https://example.com/glance-apply.git',
    homepage: 'https://example.com',
    bugs: 'https://example.com/issues',
  },
  changelog: '# Changelog\n\n## 1.2.0 (2026-11-26)\n\n- Better.\n\n## 1.1.0 (2026-01-01)\n',
  tags: ['v1.1.0'],
  origin: undefined,
  environment: { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com' },
};

describe('what keeps a release from being published', () => {
  it('do not exist if everything is committed and npm can attest the provenance', () => {
    expect(releaseObstacles(ready)).to.deep.equal([]);
    const gitlab = { GITLAB_CI: 'true', SIGSTORE_ID_TOKEN: 'x' };
    expect(releaseObstacles({ ...ready, environment: gitlab })).to.deep.equal([]);
  });

  it('is told all at once, with what to do', () => {
    const [changes, repository, homepage, bugs, origin, ...rest] = releaseObstacles({
      ...ready,
      status: ' M README.md\n',
      description: { version: '1.2.0' },
      origin: undefined,
      environment: {},
    });
    expect(changes).to.match(/uncommitted changes: commit them/);
    expect(repository).to.match(/has no repository.*npm pkg set repository=ADDRESS/);
    expect(homepage).to.match(/no homepage: run npm pkg set homepage=ADDRESS/);
    expect(bugs).to.match(/no bugs/);
    expect(origin).to.match(/attest.*GitHub Actions.*GitLab/);
    expect(rest).to.deep.equal([]);
  });

  it('names the repository that the clone came from', () => {
    const { repository: _, ...description } = ready.description;
    const [reason] = releaseObstacles({ ...ready, description, origin: 'https://example.com/x.git' });
    expect(reason).to.include('npm pkg set repository=https://example.com/x.git');
  });

  it('is a version that the changelog does not begin with, or not with its date', () => {
    for (const heading of ['1.2.0 (unreleased)', '1.1.0 (2026-11-26)', '1.2.0', '1x2.0 (2026-11-26)']) {
      const [reason, ...rest] = releaseObstacles({ ...ready, changelog: `# Changelog\n\n## ${heading}\n` });
      expect(reason).to.match(/^CHANGELOG\.md begins with '## 1.*: write '## 1\.2\.0 \(YEAR-MONTH-DAY\)'/);
      expect(rest).to.deep.equal([]);
    }
    expect(releaseObstacles({ ...ready, changelog: '' })[0]).to.include('begins with no version, but');
  });

  it('is a version that was released before', () => {
    const [reason] = releaseObstacles({ ...ready, tags: ['v1.1.0', 'v1.2.0'] });
    expect(reason).to.match(/^version 1\.2\.0 has a tag.*npm version/);
  });

  it('is a job that may not ask for a token', () => {
    for (const environment of [{ GITHUB_ACTIONS: 'true' }, { GITLAB_CI: 'true' }, { SIGSTORE_ID_TOKEN: 'x' }])
      expect(releaseObstacles({ ...ready, environment })).to.have.length(1);
  });
});
