import * as chrony from './index.js';

export const chronyClasses = [chrony.Chrony, chrony.Client, chrony.Server] as const;
