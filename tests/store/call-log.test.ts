import { callLogContract } from '../contracts/call-log';
import { onBothEngines } from '../support/engines';

onBothEngines('the call log', callLogContract);
