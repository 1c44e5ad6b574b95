import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { command, runScript } from './command';
import { inProject } from './project';

const FORMATS = 4;

/** Where the trimmed numbering plans are kept, relative to the project. */
export const METADATA_FILE = 'src/masking/phone-metadata.json';

/**
 * The numbering plans of libphonenumber-js with everything that tells kinds of numbers apart, but without the formats for display,
 * which nobody needs here and which are a third of it.
 */
export function trimmedMetadata(): string {
  const source = createRequire(__filename).resolve('libphonenumber-js/metadata.max.json');
  const plans = JSON.parse(readFileSync(source, 'utf8')) as Record<
    'countries' | 'nonGeographic',
    Record<string, unknown[]>
  >;
  for (const territory of [...Object.values(plans.countries), ...Object.values(plans.nonGeographic)]) {
    territory[FORMATS] = 0;
  }
  return `${JSON.stringify(plans)}\n`;
}

if (require.main === module) {
  runScript(command('phone-metadata', `Makes ${METADATA_FILE} from libphonenumber-js.`), async () => {
    writeFileSync(inProject(METADATA_FILE), trimmedMetadata());
    console.log(`${METADATA_FILE} written`);
  });
}
