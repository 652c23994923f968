/** The supported package managers. */
export const packageProviders = ['apt', 'dpkg', 'dnf', 'yum', 'pip', 'pip3', 'gem', 'npm'] as const;

/** One of the supported package managers. */
export type PackageProvider = (typeof packageProviders)[number];
