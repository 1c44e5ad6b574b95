import { blockStoreContract } from '../contracts/block-store';
import { onBothEngines } from '../support/engines';

onBothEngines('the store of blocks', blockStoreContract);
