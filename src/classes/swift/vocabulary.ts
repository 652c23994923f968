import * as swift from './index.js';

export const swiftClasses = [swift.Client, swift.Deps] as const;
