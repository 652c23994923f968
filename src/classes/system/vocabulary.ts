import * as apt from '../apt/index.js';
import * as yum from '../yum/index.js';
import * as system from './index.js';

export const systemClasses = [apt.Update, system.Hostname, system.Selinux] as const;

export const systemDefinedTypes = [apt.Source, system.Interface, yum.Yumrepo] as const;
