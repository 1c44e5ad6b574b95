import { command, markFailed, runScript } from './command';
import { type DoctorOptions, examineService } from './doctor/doctor';
import { findingsText } from './doctor/report';
import { during } from './progress';
import { envOption } from './settings';

const program = command(
  'doctor',
  'Checks a service from settings to numbers, and says what to do. Changes nothing.',
)
  .addOption(envOption())
  .option('--domain <domain>', 'where the Functions are (default: where the last deploy put them)')
  .option('--live', 'send requests to the deployed Functions too')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: DoctorOptions) => {
  const findings = await during('reading the settings', (progress) => examineService(options, progress));
  const isWell = findings.every(({ state }) => state !== 'failed');
  console.log(options.json ? JSON.stringify({ isWell, checks: findings }) : findingsText(findings));
  if (!isWell) markFailed();
});
