/** Glance's registry went with Victoria: the API reads the database itself. */
export const registryRemoval = {
  until: 'ussuri',
  replacedBy: 'the API reads the database itself since victoria: leave the registry out',
} as const;

/** Glare became a project of its own; from Queens on Puppet's classes for it did nothing. */
export const glareRemoval = {
  until: 'pike',
  replacedBy: 'Glare left Glance with queens: leave it out',
} as const;
