import { textSafetyContract } from '../contracts/text-safety';
import { onBothEngines } from '../support/engines';

onBothEngines('texts and pauses on Twilio Proxy', (engine) => textSafetyContract(engine, 'proxy'));
onBothEngines('texts and pauses on the voice switchboard', (engine) => textSafetyContract(engine, 'voice'));
