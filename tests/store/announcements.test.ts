import { announcementContract } from '../contracts/announcements';
import { onBothEngines } from '../support/engines';

onBothEngines('the events of the store', announcementContract);
