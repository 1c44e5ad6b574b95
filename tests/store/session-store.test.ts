import { sessionStoreContract } from '../contracts/session-store';
import { onBothEngines } from '../support/engines';

onBothEngines('the session store', sessionStoreContract);
