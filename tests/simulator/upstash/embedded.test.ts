import { describeRedisEngine } from '../../contracts/redis-engine';

describeRedisEngine('embedded');
