import { healthFunction } from '../http/health-function';
import { pool } from '../wiring';

/** Whether configuration, Redis and the number pool are usable; for monitors. */
export const handler = healthFunction(async (config, deadline) => ({
  poolSize: await pool(config).size(config.DEFAULT_COUNTRY, deadline),
}));
