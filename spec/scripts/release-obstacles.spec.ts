import { expect } from 'chai';

const script = new URL('../../scripts/release-obstacles.mjs', import.meta.url).href;
const { releaseObstacles } = (await import(script)) as {
  releaseObstacles(facts: {
    readonly status: string;
    readonly description: { readonly repository?: string };
    readonly origin: string | undefined;
    readonly environment: NodeJS.ProcessEnv;
  }): readonly string[];
};

const ready = {
  status: '',
  description: { repository: 'https://example.com/glance-apply.git' },
  origin: undefined,
  environment: { GITHUB_ACTIONS: 'true', ACTIONS_ID_TOKEN_REQUEST_URL: 'https://example.com' },
};

describe('what keeps a release from being published', () => {
  it('is nothing where npm can have a committed origin attested', () => {
    expect(releaseObstacles(ready)).to.deep.equal([]);
    const gitlab = { GITLAB_CI: 'true', SIGSTORE_ID_TOKEN: 'x' };
    expect(releaseObstacles({ ...ready, environment: gitlab })).to.deep.equal([]);
  });

  it('is told all at once, with what to do', () => {
    const [changes, repository, origin, ...rest] = releaseObstacles({
      status: ' M README.md\n',
      description: {},
      origin: undefined,
      environment: {},
    });
    expect(changes).to.match(/not committed.*commit them$/);
    expect(repository).to.match(/names no repository.*npm pkg set repository=ADDRESS/);
    expect(origin).to.match(/attested.*GitHub Actions.*GitLab/);
    expect(rest).to.deep.equal([]);
  });

  it('names the repository that the clone came from', () => {
    const [reason] = releaseObstacles({ ...ready, description: {}, origin: 'https://example.com/x.git' });
    expect(reason).to.include('npm pkg set repository=https://example.com/x.git');
  });

  it('is a job that may not ask for a token', () => {
    for (const environment of [{ GITHUB_ACTIONS: 'true' }, { GITLAB_CI: 'true' }, { SIGSTORE_ID_TOKEN: 'x' }])
      expect(releaseObstacles({ ...ready, environment })).to.have.length(1);
  });
});
