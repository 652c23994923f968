/** Victoria removed Glance's registry: the API reads the database itself. */
export const registryRemoval = {
  until: 'ussuri',
  replacedBy: 'the API reads the database itself since victoria: remove the registry',
} as const;

/** Glare became a separate project; since Queens Puppet's classes for it have no effect. */
export const glareRemoval = {
  until: 'pike',
  replacedBy: 'Glare is not part of Glance since queens: remove it',
} as const;
