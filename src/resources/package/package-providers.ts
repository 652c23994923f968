/** The package managers that there are providers for. */
export const packageProviders = ['apt', 'dpkg', 'dnf', 'yum', 'pip', 'pip3', 'gem', 'npm'] as const;

export type PackageProvider = (typeof packageProviders)[number];
