import { pinContract } from '../contracts/pin';
import { onBothEngines } from '../support/engines';

onBothEngines('PINs', pinContract);
