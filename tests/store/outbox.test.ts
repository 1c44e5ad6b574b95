import { outboxContract } from '../contracts/outbox';
import { onBothEngines } from '../support/engines';

onBothEngines('the outbox of events', outboxContract);
