// Creates users in Keystone that no manifest declares, as many as the first argument says. They have no password, because
// Keystone needs a quarter of a second for each password.
const identity = 'http://127.0.0.1:5000/v3';
const json = { 'content-type': 'application/json' };

async function post(path, body, headers = {}) {
  const answer = await fetch(`${identity}${path}`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

const domain = { id: 'default' };
const user = { name: 'admin', domain, password: process.env.ADMIN_PASS };
const auth = {
  identity: { methods: ['password'], password: { user } },
  scope: { project: { name: 'admin', domain } },
};
const token = (await post('/auth/tokens', { auth })).headers.get('x-subject-token');
for (let made = 0; made < Number(process.argv[2]); made++)
  await post(
    '/users',
    { user: { name: `somebody ${made}`, domain_id: 'default' } },
    { 'x-auth-token': token },
  );
