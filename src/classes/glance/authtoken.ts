import { resolveLegacyValue } from '../legacy-value.js';
import { type AuthtokenOptions, createAuthtoken } from '../openstack-service/authtoken.js';
import { glanceService } from './glance-service.js';
import { legacyAuthNames } from './legacy-auth.js';

/**
 * Returns the class `authtoken` of one of Glance's programs. Parameters of the class of the program take precedence in
 * older releases, as in Puppet.
 * @param program `api`, `registry` or `glare`.
 */
export function createProgramAuthtoken(
  program: 'api' | 'registry' | 'glare',
  removal?: AuthtokenOptions['removal'],
) {
  const service = `glance::${program}`;
  return createAuthtoken(
    { ...glanceService, config: `glance_${program}_config` },
    {
      className: `${service}::authtoken`,
      ...(removal === undefined ? {} : { removal }),
      readLegacyValues: (scope) =>
        Object.fromEntries(
          Object.entries(legacyAuthNames)
            .filter(([name]) => Object.hasOwn(scope.parameters, name))
            .map(([name, older]) => [
              name,
              resolveLegacyValue(scope, { service, until: 'newton' }, older, name),
            ]),
        ),
    },
  );
}
