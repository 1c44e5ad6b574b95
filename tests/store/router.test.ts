import { routerContract } from '../contracts/router';
import { onBothEngines } from '../support/engines';

onBothEngines('the router', routerContract);
