import { overviewContract } from '../contracts/overview';
import { onBothEngines } from '../support/engines';

onBothEngines('the overview of the store', overviewContract);
