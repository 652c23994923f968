import { describeCases } from './describe-cases.js';
import { groups } from './groups.js';
import { peerSuites } from './peer-suites.js';

const suites = (await peerSuites()).filter(groups.accounts);

describe('what other tools define of accounts and what belongs to them', () => describeCases(suites));
