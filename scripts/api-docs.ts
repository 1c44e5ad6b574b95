import { writeFileSync } from 'node:fs';
import { readDocument } from './api-docs/document';
import { apiPage } from './api-docs/page';
import { command, runScript } from './command';
import { inProject } from './project';

/** Where the page is kept, relative to the project: Twilio serves it with the others. */
export const API_PAGE = 'src/assets/api.html';

if (require.main === module) {
  runScript(command('api-docs', `Makes ${API_PAGE} from docs/api.yaml.`), async () => {
    writeFileSync(inProject(API_PAGE), apiPage(readDocument()));
    console.log(`${API_PAGE} written`);
  });
}
