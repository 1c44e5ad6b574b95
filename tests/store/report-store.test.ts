import { reportStoreContract } from '../contracts/report-store';
import { onBothEngines } from '../support/engines';

onBothEngines('the store of reports', reportStoreContract);
