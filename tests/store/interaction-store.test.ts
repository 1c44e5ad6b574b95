import { interactionStoreContract } from '../contracts/interaction-store';
import { onBothEngines } from '../support/engines';

onBothEngines('the interaction store', interactionStoreContract);
